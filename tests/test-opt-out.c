/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-opt-out.h"

static const char *const yes[] = {
  "stop",
  "stopall",
  "stop all",
  "quit",
  "end",
  "revoke",
  "opt out",
  "opt-out",
  "optout",
  "cancel",
  "unsubscribe",
  "arret",
  "arrêt",
  "alto",
  "STOP",
  "Stop",
  "sToP",
  "STOPALL",
  "Stop All",
  "QUIT",
  "END",
  "REVOKE",
  "Revoke",
  "Opt Out",
  "OPT-OUT",
  "OptOut",
  "CANCEL",
  "UNSUBSCRIBE",
  "ARRET",
  "ARRÊT",
  "Arrêt",
  "ALTO",
  "Stop.",
  "STOP!!",
  "stop?",
  "stop...",
  "stop…",
  "stop,",
  "stop;",
  "(stop)",
  "[stop]",
  "<stop>",
  "*stop*",
  "_stop_",
  "\"stop\"",
  "'stop'",
  "“stop”",
  "‘Stop’",
  "„stop“",
  "«stop»",
  "´stop´",
  "¡Alto!",
  " stop",
  "stop ",
  "\t stop \r\n",
  "stop\n",
  "\u00a0stop\u00a0",
  "\u200bstop\u200b",
  "\ufeffstop",
  "stop\u2060.",
  "stop\u200b!\u200b",
  "st\u00adop",
  "stop  all",
  "stop \t all",
  "opt   out.",
  "opt\nout",
  "opt\u00a0out",
  "opt\u2011out",
  "opt–out",
  "- opt out -",
  "arre\u0302t",
  "ARRE\u0302T !",
  "Stop\u203c\ufe0f",
  "“Stop.”",
};

static const char *const no[] = {
  "",
  " ",
  "!",
  "…",
  "\u200b",
  "yes",
  "no",
  "No thanks",
  "Who is this?",
  "wrong number",
  "remove me",
  "Take me off your list",
  "leave me alone",
  "nonstop",
  "stopped",
  "stopping",
  "stopper",
  "unstoppable",
  "doorstop",
  "stoplight",
  "stop1",
  "1stop",
  "stop_all",
  "stopalls",
  "s t o p",
  "st op",
  "stp",
  "stoop",
  "top",
  "quitter",
  "quite",
  "quits",
  "Quito",
  "mosquito",
  "acquit",
  "weekend",
  "send",
  "friend",
  "ended",
  "ending",
  "endless",
  "bend it",
  "lend a hand",
  "I recommend her",
  "revoked",
  "revokes",
  "irrevocable",
  "adopt outright",
  "opt outside",
  "opt",
  "out",
  "opt in",
  "opt for out",
  "option",
  "optouts",
  "cancelled",
  "cancels",
  "cancellation",
  "Cancún",
  "unsubscribed",
  "subscribe",
  "subscribed",
  "arrete",
  "arrêté",
  "arrets",
  "garret",
  "altogether",
  "contralto",
  "altos",
  "Palo Altos",
};

static const char *const maybe[] = {
  "please stop",
  "Stop texting me",
  "STOP please!",
  "stop stop",
  "Stop. Stop.",
  "We have got to STOP this bill",
  "don’t stop",
  "non-stop",
  "Stop 🛑",
  "why would you quit?",
  "I quit!",
  "at the end of the month",
  "In the end, yes.",
  "I revoke my consent",
  "please revoke it",
  "I want to opt out",
  "Opt out please",
  "can i opt  out of this",
  "opt-out please",
  "how do I optout?",
  "cancel my subscription",
  "I had to cancel, sorry",
  "Unsubscribe me",
  "please unsubscribe",
  "arrêt s'il vous plaît",
  "bus arret 4",
  "Palo Alto",
  "mas alto por favor",
  "stop\nand do not write again",
  "stopall now",
  "Stop all of it",
  "(please) STOP",
  "END!!! of story",
  "\u200bplease\u200b stop\u200b",
  "stop, thank you",
};

static const char *const names[] = {
  [REA_OPT_OUT_NO] = "none",
  [REA_OPT_OUT_MAYBE] = "one to look at",
  [REA_OPT_OUT_YES] = "an opt-out",
};

static void
judge_all (const char *const *texts, gsize n_texts, gsize at_least, ReaOptOut expected)
{
  g_assert_cmpuint (n_texts, >=, at_least);

  for (gsize i = 0; i < n_texts; i++)
    {
      ReaOptOut judged = rea_opt_out_judge (texts[i]);

      /* All that are wrong are named, not the first alone. */
      if (judged != expected)
        {
          g_test_message ("“%s” is judged %s, and is %s", texts[i], names[judged], names[expected]);
          g_test_fail ();
        }
    }
}

static void
test_yes (void)
{
  judge_all (yes, G_N_ELEMENTS (yes), 60, REA_OPT_OUT_YES);
}

static void
test_no (void)
{
  judge_all (no, G_N_ELEMENTS (no), 60, REA_OPT_OUT_NO);
}

static void
test_maybe (void)
{
  judge_all (maybe, G_N_ELEMENTS (maybe), 30, REA_OPT_OUT_MAYBE);
}

/* What comes in is not always what it says that it is. */
static void
test_broken_utf8 (void)
{
  g_assert_cmpint (rea_opt_out_judge ("\xff\xfe"), ==, REA_OPT_OUT_NO);
  g_assert_cmpint (rea_opt_out_judge ("please stop \xff"), ==, REA_OPT_OUT_MAYBE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opt-out/yes", test_yes);
  g_test_add_func ("/opt-out/no", test_no);
  g_test_add_func ("/opt-out/maybe", test_maybe);
  g_test_add_func ("/opt-out/broken-utf8", test_broken_utf8);

  return g_test_run ();
}
