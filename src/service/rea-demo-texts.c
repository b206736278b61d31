/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-texts.h"

/* What people write back to a library that asks for their vote.
 * Sample data, in the languages in which it would come: it is not translated.
 */

static const char *const yes_texts[] = {
  "Yes",
  "yes",
  "Yes!",
  "YES 👍",
  "Yep",
  "yup you can count on me",
  "Of course",
  "Absolutely!",
  "Already voted yes by mail",
  "Voted this morning, yes on the library",
  "I'm a yes",
  "Yes and my husband too",
  "yes, the whole family",
  "Sure thing",
  "Definitely",
  "You bet",
  "I will be there",
  "100%",
  "👍",
  "❤️ our library",
  "Yes. My kids grew up in that reading room.",
  "I love that library. Yes of course",
  "Yes! I taught at Eastside Elementary for 31 years, that library raised half my classes",
  "Count me in",
  "Sounds good",
  "ok yes",
  "Yes - already told my neighbors",
  "Can't wait. Yes",
  "I support it",
  "Will do, thanks for reminding me",
  "yes ma'am",
  "I mailed my ballot on Friday. Yes",
  "Yes, and I can take two people along in my car if somebody needs a ride",
  "Why wouldn't I? Yes",
  "Yess",
  "yeah",
  "Yeah for sure",
  "Of course. I got my first library card there in 1968",
  "Yes and I'd like a yard sign",
  "Yes, I work there :)",
  "Voting yes, voting early",
  "Sí",
  "Sí, claro que sí",
  "Claro, toda mi familia va a votar que sí",
  "Sí, ya voté por correo",
  "Cuenten conmigo",
  "Sim, com certeza",
  "Oui bien sûr",
  "Wi, n ap vote",
  "Да, конечно",
  "Так, підтримую",
  "当然支持！",
  "会的",
  "네, 투표할게요",
  "はい、もちろん",
  "Dạ có, tôi sẽ đi bầu",
  "Oo naman, boboto ako",
  "जी हाँ",
  "Tak, oczywiście",
  "نعم بالتأكيد"
};

static const char *const no_texts[] = {
  "No",
  "no",
  "No.",
  "No thanks",
  "Nope",
  "Not this time",
  "I'm voting no, taxes are high enough",
  "No more levies",
  "Against",
  "No, we just paid for the stadium",
  "Sorry, can't support it",
  "No. Nobody reads books anymore",
  "I vote no on every tax",
  "I'm retired on a fixed income, I can't afford another one",
  "Not interested",
  "not interested thanks",
  "No, and please tell the council to fix the roads first",
  "Nah",
  "I disagree with this one, sorry",
  "We have the internet now",
  "no way",
  "I don't vote in local elections",
  "No, but thank you for asking politely",
  "I read the measure. The money isn't tied to Eastside, so no.",
  "My answer is no",
  "Voting against it",
  "No gracias",
  "No, lo siento, los impuestos ya están muy altos",
  "No me interesa",
  "Non merci",
  "Não, obrigado",
  "Нет",
  "不用了谢谢",
  "아니요",
  "Không, cảm ơn",
  "Hindi po",
  "Nie, dziękuję",
  "Not a chance",
  "I moved my business out of the city because of these levies",
  "no 👎"
};

static const char *const maybe_texts[] = { "Maybe",
                                           "Not sure yet",
                                           "I haven't decided",
                                           "idk",
                                           "Need to read more about it",
                                           "Let me talk to my wife first",
                                           "Depends what it costs",
                                           "Probably",
                                           "Leaning yes",
                                           "leaning no but convince me",
                                           "Still thinking",
                                           "I'd have to see the ballot",
                                           "We'll see",
                                           "Possibly, if I get off work in time",
                                           "I might",
                                           "Undecided",
                                           "Ask me again next week",
                                           "50/50",
                                           "hmm",
                                           "I like the library but not the price tag",
                                           "If the branch on 9th stays open too then yes",
                                           "I want to, but I start my shift at 6 and get out at 8",
                                           "Tal vez",
                                           "No sé todavía",
                                           "Peut-être",
                                           "Talvez",
                                           "Не знаю пока",
                                           "再看看",
                                           "글쎄요",
                                           "Để tôi suy nghĩ" };

static const char *const question_texts[] = {
  "Who is this?",
  "who dis",
  "Who is this and how did you get my number?",
  "Where do I vote?",
  "What time do the polls close?",
  "What would it cost me a year?",
  "How much is it per household?",
  "Is this for the branch on Maple Street?",
  "What happens if it fails?",
  "Can I still register?",
  "I never got my ballot in the mail. What do I do?",
  "Can I drop my ballot off at the library itself?",
  "Do I need an ID?",
  "Is there parking?",
  "Do you have a website?",
  "Is this a real person?",
  "Are you a bot?",
  "Is this a robot or a human lol",
  "Which measure number is it?",
  "Does it include the children's room?",
  "Will the Saturday hours come back?",
  "I moved last month, where do I go now?",
  "Can my daughter vote if she turns 18 the day before?",
  "Is it a bond or a levy?",
  "How long does it run?",
  "Who pays for these texts?",
  "Are renters paying for this too?",
  "Does the mayor support this?",
  "What else is on the ballot?",
  "Is there a ride to the polls? I use a wheelchair",
  "Can you send me something in Spanish?",
  "Do you have this in Vietnamese for my mother?",
  "Can I volunteer?",
  "Where can I get a yard sign?",
  "Did the school board endorse it?",
  "What is it exactly that you want from me?",
  "is the library open sunday",
  "Can I vote early? If so where",
  "Will there be more computers? The ones there are from 2011",
  "How many people work there?",
  "Why didn't the last one pass?",
  "My ballot has a tear in it, does it still count?",
  "Do I put a stamp on the envelope?",
  "Is the ballot box outside open all night?",
  "Where does the money go? The old levy was supposed to fix the roof",
  "¿Quién es?",
  "¿Dónde puedo votar?",
  "¿A qué hora cierran?",
  "¿Cuánto me va a costar?",
  "¿Puedo votar por correo?",
  "Où est-ce que je vote ?",
  "Onde eu voto?",
  "Кто это?",
  "Где голосовать?",
  "在哪里投票？",
  "어디서 투표하나요?",
  "どこで投票できますか？",
  "Bầu cử ở đâu vậy?",
  "من أنت؟",
  "Gdzie mogę zagłosować?"
};

static const char *const rude_texts[] = { "Get lost",
                                          "Leave me alone",
                                          "go away",
                                          "Who gave you this number you creep",
                                          "Lose my number",
                                          "Don't you people have anything better to do",
                                          "I hate these texts",
                                          "You are the fifth one this week. FIFTH",
                                          "Take your levy and shove it",
                                          "Bunch of crooks",
                                          "lol no you clowns",
                                          "Don't text me at dinner",
                                          "I'm at a funeral. Nice timing.",
                                          "My dog reads more than the people in that library",
                                          "Scam",
                                          "SPAM",
                                          "reported",
                                          "I will find out where your office is",
                                          "The nerve of you people",
                                          "Text me again and you hear from my lawyer",
                                          "Why don't you get a real job",
                                          "🖕",
                                          "🙄",
                                          "Blocked",
                                          "Not reading all that",
                                          "You woke up the baby. Thanks a lot",
                                          "What part of no don't you understand",
                                          "Déjeme en paz",
                                          "Отстаньте",
                                          "Fichez-moi la paix" };

static const char *const wrong_number_texts[] = {
  "Wrong number",
  "wrong number sorry",
  "You have the wrong person",
  "This is not her phone anymore",
  "I don't know who that is",
  "She passed away last year. Please take her off your list.",
  "This is his mother, he is in the Navy now",
  "I'm 14",
  "I don't live there anymore, moved to Ohio",
  "This is a work phone",
  "Nobody here by that name",
  "I've had this number for 6 years and still get texts for him",
  "I'm in Canada",
  "This is a landline that reads texts aloud, hello",
  "Número equivocado",
  "Se equivocó de número",
  "Не туда попали",
  "打错了"
};

static const char *const stop_texts[] = {
  "STOP",    "Stop",    "stop",   "Stop.",       "STOP!!",      "stop ",       "STOPALL", "Quit",
  "QUIT",    "quit",    "END",    "Unsubscribe", "unsubscribe", "UNSUBSCRIBE", "Cancel",  "cancel",
  "Opt out", "opt-out", "OPTOUT", "Revoke",      "stop all",    "ALTO",        "Alto",    "Arrêt"
};

static const char *const asks_to_stop_texts[] = {
  "Please stop texting me",
  "stop texting me",
  "Can you stop sending these",
  "How do I unsubscribe from this",
  "Please cancel these messages",
  "Take me off your list and stop",
  "I want to opt out of these",
  "when does this end",
  "Make it stop",
  "I told you people to stop last week",
  "STOP sending me this garbage",
  "I'm going to quit answering",
  "Unsubscribe me please",
  "opt out please",
  "Stop. I already voted",
  "We have got to stop this levy",
  "Don't stop, you're doing great work!",
  "Can't stop laughing at this text",
  "I had to cancel my trip so yes I'll be there to vote",
  "At the end of the day it's about the kids. Yes",
  "The bus doesn't stop there anymore, how do I get to the polls?",
  "Will they cancel the story hour?",
  "please end this conversation",
  "Por favor stop",
  "Stop it already"
};

static const char *const thanks_texts[] = { "Thanks",
                                            "Thank you!",
                                            "thx",
                                            "ty",
                                            "Great, thanks",
                                            "Ok",
                                            "ok cool",
                                            "Got it",
                                            "Good luck!",
                                            "Good to know",
                                            "Thanks for doing this",
                                            "Thank you for volunteering",
                                            "Perfect",
                                            "Will do",
                                            "👍👍",
                                            "🙏",
                                            "Appreciate it",
                                            "That helps, thank you",
                                            "Oh ok. Then yes",
                                            "Fair enough",
                                            "I'll think about it",
                                            "See you there",
                                            "You too",
                                            "Have a nice evening",
                                            "Thanks, I'll tell my sister",
                                            "Alright",
                                            "Sounds fair",
                                            "Gracias",
                                            "Muchas gracias",
                                            "Merci beaucoup",
                                            "Obrigada!",
                                            "Спасибо",
                                            "谢谢",
                                            "감사합니다",
                                            "ありがとう",
                                            "Cảm ơn bạn",
                                            "Salamat",
                                            "شكرا",
                                            "Dziękuję",
                                            "K" };

/* By mood. */
static const struct
{
  const char *const *texts;
  int                n_texts;
} texts[REA_DEMO_N_MOODS] = {
  [REA_DEMO_YES] = { yes_texts, G_N_ELEMENTS (yes_texts) },
  [REA_DEMO_NO] = { no_texts, G_N_ELEMENTS (no_texts) },
  [REA_DEMO_MAYBE] = { maybe_texts, G_N_ELEMENTS (maybe_texts) },
  [REA_DEMO_QUESTION] = { question_texts, G_N_ELEMENTS (question_texts) },
  [REA_DEMO_RUDE] = { rude_texts, G_N_ELEMENTS (rude_texts) },
  [REA_DEMO_WRONG_NUMBER] = { wrong_number_texts, G_N_ELEMENTS (wrong_number_texts) },
  [REA_DEMO_STOP] = { stop_texts, G_N_ELEMENTS (stop_texts) },
  [REA_DEMO_ASKS_TO_STOP] = { asks_to_stop_texts, G_N_ELEMENTS (asks_to_stop_texts) },
  [REA_DEMO_THANKS] = { thanks_texts, G_N_ELEMENTS (thanks_texts) },
};

/**
 * rea_demo_pick_mood:
 * @rand: where chance comes from
 *
 * Says what a contact's first answer is about, as often as people write so.
 *
 * Returns: the mood; never %REA_DEMO_THANKS, which answers an answer
 */
ReaDemoMood
rea_demo_pick_mood (GRand *rand)
{
  static const struct
  {
    ReaDemoMood mood;
    int         per_cent;
  } chances[] = {
    { REA_DEMO_YES, 38 },      { REA_DEMO_NO, 14 },          { REA_DEMO_MAYBE, 9 },
    { REA_DEMO_QUESTION, 17 }, { REA_DEMO_RUDE, 5 },         { REA_DEMO_WRONG_NUMBER, 6 },
    { REA_DEMO_STOP, 7 },      { REA_DEMO_ASKS_TO_STOP, 4 },
  };
  int roll = g_rand_int_range (rand, 0, 100);

  for (guint i = 0; i < G_N_ELEMENTS (chances); i++)
    {
      if (roll < chances[i].per_cent)
        return chances[i].mood;

      roll -= chances[i].per_cent;
    }

  return REA_DEMO_YES;
}

/**
 * rea_demo_pick_text:
 * @rand: where chance comes from
 * @mood: what it is about
 *
 * Says what a contact writes.
 *
 * Returns: (transfer none): the text
 */
const char *
rea_demo_pick_text (GRand *rand, ReaDemoMood mood)
{
  return texts[mood].texts[g_rand_int_range (rand, 0, texts[mood].n_texts)];
}
