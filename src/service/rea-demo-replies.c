/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-replies.h"

/* What the volunteers of the library write, and what their campaign says of
 * itself. Sample data: it is not translated.
 */

static const char *const yes_replies[] = {
  "Wonderful, thank you %FirstName%! Do you have a plan for when you will vote?",
  "That's great to hear. Early voting is open every day from 8 to 6 at the county building.",
  "Thank you! Could you tell three friends about it? That is what wins a vote like this.",
  "Fantastic. Would you like a yard sign? I can have one dropped off.",
  "Thank you so much, %FirstName%. It means a lot to the whole team.",
  "¡Muchas gracias, %FirstName%!",
  "So glad. Here is a map of the drop boxes: https://library.example.org/vote",
  "Great! We are one yes closer. Have a lovely day."
};

static const char *const no_replies[] = {
  "Thank you for telling me, %FirstName%. Have a good day.",
  "I understand. May I ask what weighs most for you?",
  "Fair enough, and thanks for answering. It comes to about $2 a month for a typical home.",
  "Thanks for being honest with me. I'll make a note so that we don't bother you again.",
  "Understood. If you ever want to look at the figures: https://library.example.org/figures"
};

static const char *const maybe_replies[] = {
  "That's fair. What would help you decide?",
  "Of course, take your time. The whole measure is at https://library.example.org/measure",
  "It keeps the branch open six days a week, at about $2 a month for a typical home.",
  "Happy to answer anything, %FirstName%. I live two streets from the branch myself.",
  "Polls are open until 8, and you may vote early at the county building any day this week."
};

static const char *const question_replies[] = {
  "Good question! I am %SenderFirstName%, a volunteer and a real person, typing with two thumbs.",
  ("Your polling place is on the back of the card that the county sent, or look at "
   "https://library.example.org/where"),
  "Polls are open from 7 to 8. If you are in line at 8 they have to let you vote.",
  "It comes to about $2 a month for a typical home, and runs for six years.",
  "It is Measure 7, on the second page of your ballot.",
  "Let me ask and get back to you, %FirstName%.",
  "Yes, the children's room and the Saturday hours are both part of it.",
  "You can still register in person at the county building until Friday.",
  "Yes! There is a ride for everyone who asks for one. Shall I put you down for it?",
  "Numbers come from the public voter file. If you want no more texts, just answer STOP."
};

static const char *const rude_replies[] = {
  "Sorry to have bothered you. Answer STOP and nobody here will text you again.",
  "I'm sorry, %FirstName%. I am a volunteer, and I'll leave you in peace.",
  "Understood. Have a good evening."
};

static const char *const wrong_number_replies[] = {
  "Sorry about that! I'll correct our list.",
  "Thank you for telling me, and sorry for the trouble.",
  "I am very sorry. I have taken the number off our list."
};

static const char *const asks_to_stop_replies[] = {
  "Of course. I'll see to it that you get no more of these.",
  "Sorry for the trouble, %FirstName%. Do you want me to take you off the list?"
};

static const char *const thanks_replies[] = {
  "You're welcome! Have a good evening.", "Thank you, %FirstName%. See you at the polls!",
  "Any time. Just write here if something else comes up.", "😊"
};

/* By mood. Nobody answers a contact who has opted out. */
static const struct
{
  const char *const *texts;
  int                n_texts;
} replies[REA_DEMO_N_MOODS] = {
  [REA_DEMO_YES] = { yes_replies, G_N_ELEMENTS (yes_replies) },
  [REA_DEMO_NO] = { no_replies, G_N_ELEMENTS (no_replies) },
  [REA_DEMO_MAYBE] = { maybe_replies, G_N_ELEMENTS (maybe_replies) },
  [REA_DEMO_QUESTION] = { question_replies, G_N_ELEMENTS (question_replies) },
  [REA_DEMO_RUDE] = { rude_replies, G_N_ELEMENTS (rude_replies) },
  [REA_DEMO_WRONG_NUMBER] = { wrong_number_replies, G_N_ELEMENTS (wrong_number_replies) },
  [REA_DEMO_ASKS_TO_STOP] = { asks_to_stop_replies, G_N_ELEMENTS (asks_to_stop_replies) },
  [REA_DEMO_THANKS] = { thanks_replies, G_N_ELEMENTS (thanks_replies) },
};

/**
 * rea_demo_pick_reply:
 * @rand: where chance comes from
 * @mood: what the contact's message was about
 *
 * Says what a sender answers.
 *
 * Returns: (transfer none) (nullable): a template; %NULL if one does not answer
 */
const char *
rea_demo_pick_reply (GRand *rand, ReaDemoMood mood)
{
  if (replies[mood].n_texts == 0)
    return NULL;

  return replies[mood].texts[g_rand_int_range (rand, 0, replies[mood].n_texts)];
}

/**
 * rea_demo_get_answer:
 * @mood: what the contact's message was about
 *
 * Says how the sender fills in the first question of the survey.
 *
 * Returns: (transfer none) (nullable): the answer; %NULL if the message tells none
 */
const char *
rea_demo_get_answer (ReaDemoMood mood)
{
  switch (mood)
    {
    case REA_DEMO_YES:
      return "Yes";
    case REA_DEMO_NO:
    case REA_DEMO_RUDE:
      return "No";
    case REA_DEMO_MAYBE:
      return "Undecided";
    case REA_DEMO_WRONG_NUMBER:
      return "Wrong number";
    case REA_DEMO_QUESTION:
    case REA_DEMO_STOP:
    case REA_DEMO_ASKS_TO_STOP:
    case REA_DEMO_THANKS:
    default:
      return NULL;
    }
}

/**
 * rea_demo_get_initial_message:
 *
 * The first message of the demo, and of a simulated shift in a campaign that
 * has none.
 *
 * Returns: (transfer none): a template
 */
const char *
rea_demo_get_initial_message (void)
{
  return "Hi %FirstName%, this is %SenderFirstName%, a volunteer with Friends of the Eastside "
         "Library. On Tuesday we vote on whether it stays open. Can we count on your yes?";
}

/**
 * rea_demo_describe:
 * @campaign: the campaign
 *
 * Gives the demo its words: message, survey and canned replies.
 */
void
rea_demo_describe (ReaCampaign *campaign)
{
  static const char *const support[] = { "Yes", "No", "Undecided", "Wrong number", NULL };
  static const char *const volunteer[] = { "Yes", "Later", "No", NULL };
  static const struct
  {
    const char *title;
    const char *text;
  } canned[] = {
    { "Where to vote",
      "Your polling place is on the back of the card that the county sent, or look at "
      "https://library.example.org/where" },
    { "What it costs", "It comes to about $2 a month for a typical home, and runs for six years." },
    { "Who I am", "I am %SenderFirstName%, a volunteer with Friends of the Eastside Library, "
                  "and a real person." },
    { "Ride to the polls",
      "There is a ride for everyone who asks for one, %FirstName%. Shall I put you down for it?" },
    { "Thank a yes", "Wonderful, thank you %FirstName%! Could you tell three friends about it?" },
    { "Thank a no", "Thank you for telling me, %FirstName%. Have a good day." },
    { "Wrong number", "Sorry about that! I'll correct our list." },
    { "En español", "¡Hola, %FirstName%! Soy %SenderFirstName%. ¿Contamos con su voto para la "
                    "biblioteca el martes?" },
  };

  g_free (campaign->initial_message);
  campaign->initial_message = g_strdup (rea_demo_get_initial_message ());
  g_ptr_array_add (campaign->questions,
                   rea_question_new ("support", "Will you vote yes on the library?", support));
  g_ptr_array_add (campaign->questions,
                   rea_question_new ("volunteer", "Would you help us for an hour?", volunteer));

  for (guint i = 0; i < G_N_ELEMENTS (canned); i++)
    g_ptr_array_add (campaign->canned_replies,
                     rea_canned_reply_new (canned[i].title, canned[i].text));
}
