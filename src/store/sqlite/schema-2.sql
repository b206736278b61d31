-- SPDX-License-Identifier: GPL-3.0-or-later
-- The second version: the Messenger and the gateway.

-- Whose survey is open: none of a campaign that asks nothing.
CREATE INDEX contact_survey ON contact (campaign_id) WHERE (flags & 16) <> 0;

-- What a person has written in a conversation and not sent. It stays when the
-- conversation moves to somebody else, and changes no revision, as presence does.
CREATE TABLE draft (
  conversation_id INTEGER NOT NULL,
  user_id         INTEGER NOT NULL,
  text            TEXT    NOT NULL,
  at              INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, user_id)
) STRICT, WITHOUT ROWID;

-- The one gateway of the database, and what its runner last had to say. Its
-- password is not in here.
CREATE TABLE gateway (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  send_url TEXT    NOT NULL,
  login    TEXT    NOT NULL,
  phone    TEXT    NOT NULL, -- ours: what contacts write to
  listen   TEXT    NOT NULL, -- address:port
  key      TEXT    NOT NULL, -- without it nobody is heard at the port
  trouble  TEXT
) STRICT;

-- What leaves by the gateway: a sender's message, or the confirmation of an
-- opt-out, which is nobody's and of which a phone gets one.
CREATE TABLE outgoing (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  message_id INTEGER UNIQUE,
  phone      INTEGER NOT NULL,
  text       TEXT,             -- of a confirmation
  state      INTEGER NOT NULL, -- as ReaDelivery of core/rea-delivery.h
  asked      INTEGER NOT NULL DEFAULT 0, -- how often the gateway was
  reported   INTEGER NOT NULL DEFAULT 0  -- a bit for each time of which it says that it went
) STRICT;

CREATE INDEX outgoing_open ON outgoing (state, id) WHERE state < 2;
CREATE UNIQUE INDEX outgoing_confirmation ON outgoing (phone) WHERE message_id IS NULL;

-- What the gateway brought, by its own id: so that it is recorded once.
CREATE TABLE incoming (
  id         TEXT    PRIMARY KEY,
  at         INTEGER NOT NULL,
  message_id INTEGER,          -- NULL: from a number that nobody knows,
  phone      TEXT,             -- which need not even be a number,
  text       TEXT              -- and what it wrote
) STRICT, WITHOUT ROWID;

CREATE INDEX incoming_unknown ON incoming (at, id) WHERE message_id IS NULL;
