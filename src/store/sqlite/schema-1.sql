-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first version of the database. A later one is a step of its own.

-- Times are seconds since 1970 in UTC, NULL where there is none. Statuses,
-- states, roles and flags are the numbers of core/rea-types.h and
-- core/rea-conversation.h. A holder is a user's id or 999 for nobody; no foreign
-- key hangs on it, since that makes a move three times slower: `check` proves it.

CREATE TABLE user (
  id         INTEGER PRIMARY KEY, -- from 1000 on: every holder takes the same width
  email      TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  first_name TEXT    NOT NULL,
  last_name  TEXT    NOT NULL,
  role       INTEGER NOT NULL,
  present    INTEGER NOT NULL DEFAULT 0,
  last_seen  INTEGER
) STRICT;

CREATE TABLE campaign (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  title               TEXT    NOT NULL,
  state               INTEGER NOT NULL,
  window_start        INTEGER,
  window_end          INTEGER,
  time_zone           TEXT    NOT NULL,
  hours_start         INTEGER, -- minutes after midnight; NULL is any hour
  hours_end           INTEGER,
  self_assign         INTEGER NOT NULL,
  batch               INTEGER NOT NULL,
  country             TEXT    NOT NULL,
  initial_message     TEXT,
  is_demo             INTEGER NOT NULL,
  total               INTEGER NOT NULL DEFAULT 0, -- counters, as those below
  opted_out           INTEGER NOT NULL DEFAULT 0,
  wrote_after_opt_out INTEGER NOT NULL DEFAULT 0,
  marked              INTEGER NOT NULL DEFAULT 0,
  first_conversation  INTEGER NOT NULL DEFAULT 0, -- the range in which its conversations lie
  last_conversation   INTEGER NOT NULL DEFAULT 0,
  revision            INTEGER NOT NULL DEFAULT 0  -- raised by every change but presence
) STRICT;

CREATE TABLE question (
  campaign_id INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  PRIMARY KEY (campaign_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE question_answer (
  campaign_id INTEGER NOT NULL,
  question    INTEGER NOT NULL, -- the question's place
  place       INTEGER NOT NULL,
  text        TEXT    NOT NULL,
  PRIMARY KEY (campaign_id, question, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE canned_reply (
  campaign_id INTEGER NOT NULL,
  place       INTEGER NOT NULL,
  title       TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  PRIMARY KEY (campaign_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_sender (
  campaign_id INTEGER NOT NULL,
  user_id     INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX campaign_sender_user ON campaign_sender (user_id);

-- How many conversations of each status each holder has; changed by the
-- difference in the transaction that changes the conversations.
CREATE TABLE counter (
  campaign_id INTEGER NOT NULL,
  holder      INTEGER NOT NULL,
  status      INTEGER NOT NULL,
  n           INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, holder, status)
) STRICT, WITHOUT ROWID;

-- What a move leaves alone of a conversation. The phone is the number's digits
-- behind a 1, so that leading zeros stay.
CREATE TABLE contact (
  id              INTEGER PRIMARY KEY,
  campaign_id     INTEGER NOT NULL,
  phone           INTEGER NOT NULL,
  first_name      TEXT       NOT NULL COLLATE rea_name,
  last_name       TEXT       NOT NULL COLLATE rea_name,
  time_zone       TEXT   ,
  fields          TEXT   ,   -- a JSON object
  open_status     INTEGER NOT NULL,
  flags           INTEGER NOT NULL,
  last_message_at INTEGER
) STRICT;

-- Contacts by phone and by name: tables of their own, since rows that come in by
-- the thousand are put in order for each. A key is the last name, a NUL and the
-- first name, folded.
CREATE TABLE contact_phone (
  phone       INTEGER NOT NULL,
  campaign_id INTEGER NOT NULL,
  id          INTEGER NOT NULL,
  PRIMARY KEY (phone, campaign_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_name (
  campaign_id INTEGER NOT NULL,
  key         BLOB    NOT NULL,
  id          INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, key, id)
) STRICT, WITHOUT ROWID;

-- Opted out, wrote after that, marked: few.
CREATE INDEX contact_flags ON contact (campaign_id) WHERE (flags & 7) <> 0;

-- And what a move looks at and changes, as narrow as can be, with the same id. No
-- index has the holder in it: that would make a large move two times slower.
CREATE TABLE conversation (
  id              INTEGER PRIMARY KEY,
  campaign_id     INTEGER NOT NULL,
  holder          INTEGER NOT NULL,
  status          INTEGER NOT NULL,
  waiting_since   INTEGER CHECK (status <> 0 OR waiting_since IS NOT NULL)
) STRICT;

CREATE INDEX conversation_waiting
  ON conversation (campaign_id, waiting_since) WHERE status = 0;

-- Names and digits, folded, by three characters: rea-sqlite-trigrams.c. A block
-- is a range of contacts of one campaign.
CREATE TABLE search_block (
  first_id    INTEGER PRIMARY KEY,
  last_id     INTEGER NOT NULL,
  campaign_id INTEGER NOT NULL
) STRICT;

CREATE TABLE search_list (
  first_id INTEGER NOT NULL, -- the block
  trigram  INTEGER NOT NULL, -- three code points of 21 bits
  part     INTEGER NOT NULL,
  ids      BLOB    NOT NULL,
  PRIMARY KEY (first_id, trigram, part)
) STRICT, WITHOUT ROWID;

-- When conversations came in: the ranges of their ids.
CREATE TABLE import (
  first_conversation INTEGER PRIMARY KEY,
  last_conversation  INTEGER NOT NULL,
  campaign_id        INTEGER NOT NULL,
  at                 INTEGER NOT NULL
) STRICT;

-- The names of the fields that contacts have: what a message may name.
CREATE TABLE field (
  campaign_id INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  PRIMARY KEY (campaign_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL,
  campaign_id     INTEGER NOT NULL,
  out             INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  by              INTEGER, -- a user
  text            TEXT    NOT NULL
) STRICT;

CREATE INDEX message_conversation ON message (conversation_id);
CREATE INDEX message_sent ON message (campaign_id, at, by) WHERE out = 1;

CREATE TABLE answer (
  conversation_id INTEGER NOT NULL,
  question        TEXT    NOT NULL,
  answer          TEXT    NOT NULL,
  PRIMARY KEY (conversation_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE opt_out (
  phone INTEGER PRIMARY KEY,
  at    INTEGER NOT NULL
) STRICT;

CREATE TABLE move (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id     INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  by              INTEGER NOT NULL,
  kind            INTEGER NOT NULL,
  moved           INTEGER NOT NULL,
  undoes          INTEGER,
  undone_by       INTEGER, -- the undo that stands
  removed         INTEGER, -- the user who was removed
  last_message    INTEGER NOT NULL,
  -- the request; NULL in an undo
  from_kind       INTEGER,
  from_minutes    INTEGER,
  from_senders    TEXT,    -- e-mails, a line each
  status          INTEGER,
  search          TEXT,
  waiting         INTEGER,
  unmoved         INTEGER,
  flag            INTEGER,
  named           INTEGER, -- how many conversations were named
  number          INTEGER,
  to_kind         INTEGER,
  to_senders      TEXT,
  divide          INTEGER
) STRICT;

CREATE INDEX move_campaign ON move (campaign_id, id);

CREATE TABLE move_count (
  move_id  INTEGER NOT NULL,
  holder   INTEGER NOT NULL,
  status   INTEGER NOT NULL,
  before   INTEGER NOT NULL,
  gave     INTEGER NOT NULL,
  received INTEGER NOT NULL,
  PRIMARY KEY (move_id, holder, status)
) STRICT, WITHOUT ROWID;

-- Each conversation's holder before and after, in the order of their ids: for
-- each three varints, how much the id grew, before - 999, after - 999.
CREATE TABLE move_part (
  move_id  INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  last_id  INTEGER NOT NULL,
  runs     BLOB    NOT NULL
) STRICT;

CREATE INDEX move_part_move ON move_part (move_id, first_id, last_id);

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta VALUES ('next_conversation', 1);
