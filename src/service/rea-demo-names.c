/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "rea-demo-names.h"

static const char *const english_first[] = {
  "Mary",    "James",     "Patricia", "Robert",  "Jennifer", "Michael", "Linda",
  "William", "Elizabeth", "David",    "Barbara", "Joseph",   "Susan",   "Thomas",
  "Jessica", "Charles",   "Sarah",    "Daniel",  "Karen",    "Matthew", "Nancy",
  "Anthony", "Betty",     "Mark",     "Sandra",  "Steven",   "Ashley",  "Andrew",
  "Emily",   "Joshua",    "Donna",    "Kevin",   "Michelle", "Brian",   "Carol",
  "Tyrone",  "Latoya",    "Jamal",    "Keisha",  "DeShawn",  "Ebony",   "Tamika"
};
static const char *const english_last[] = {
  "Smith",    "Johnson",  "Williams",   "Brown",    "Jones",    "Davis",       "Miller",
  "Wilson",   "Moore",    "Taylor",     "Anderson", "Jackson",  "White",       "Harris",
  "Thompson", "Robinson", "Walker",     "Young",    "Allen",    "King",        "Wright",
  "Scott",    "Hill",     "Green",      "Adams",    "Baker",    "Nelson",      "Carter",
  "Mitchell", "Roberts",  "Turner",     "Phillips", "Campbell", "Parker",      "Evans",
  "Edwards",  "Collins",  "Washington", "Booker",   "Banks",    "Smith-Jones", "O'Connor"
};

static const char *const spanish_first[] = { "María", "José",   "Guadalupe", "Juan",   "Ana",
                                             "Luis",  "Carmen", "Carlos",    "Rosa",   "Jesús",
                                             "Lucía", "Miguel", "Elena",     "Ángel",  "Sofía",
                                             "Raúl",  "Inés",   "Andrés",    "Begoña", "Ramón" };
static const char *const spanish_last[] = {
  "García",    "Hernández",       "Martínez", "López",   "González", "Rodríguez",  "Pérez",
  "Sánchez",   "Ramírez",         "Núñez",    "Peña",    "Ibáñez",   "de la Cruz", "Muñoz",
  "Castañeda", "Dussán de Reyes", "Ortiz",    "Vázquez", "Ríos",     "Güell"
};

static const char *const vietnamese_first[] = { "Thị Hoa",    "Văn Minh", "Ngọc Anh", "Đức",
                                                "Thanh Tùng", "Thu Hà",   "Quốc Bảo", "Mỹ Linh",
                                                "Hữu Phước",  "Kim Chi" };
static const char *const vietnamese_last[] = { "Nguyễn", "Trần", "Lê",   "Phạm", "Huỳnh",
                                               "Hoàng",  "Võ",   "Đặng", "Bùi",  "Đỗ" };

static const char *const chinese_latin_first[] = { "Wei", "Mei-Ling", "Xiu", "Jun", "Li",
                                                   "Na",  "Hao",      "Yan", "Xin", "Bo" };
static const char *const chinese_latin_last[] = { "Chen", "Wong", "Zhang", "Liu",    "Huang",
                                                  "Zhao", "Lü",   "Ng",    "Ouyang", "Tsai" };

static const char *const chinese_first[] = { "美玲", "建國", "淑芬", "伟",   "芳",
                                             "秀英", "志强", "小明", "雅婷", "俊杰" };
static const char *const chinese_last[] = { "陈", "王", "李", "張",   "刘",
                                            "黃", "吳", "林", "欧阳", "周" };

static const char *const korean_first[] = { "민준", "서연", "지훈", "하은", "도윤",
                                            "수빈", "영희", "철수", "은지", "현우" };
static const char *const korean_last[] = { "김", "이", "박", "최", "정",
                                           "강", "조", "윤", "장", "남궁" };

static const char *const japanese_first[] = { "陽菜", "蓮",     "さくら", "大翔",   "美咲",
                                              "翔太", "ゆうこ", "健",     "明日香", "悠真" };
static const char *const japanese_last[] = { "佐藤", "鈴木", "高橋", "田中", "渡辺",
                                             "伊藤", "山本", "中村", "小林", "斎藤" };

static const char *const filipino_first[] = { "Maricel", "Jun-Jun", "Rosalinda",  "Bayani",
                                              "Ligaya",  "Dante",   "Luzviminda", "Efren" };
static const char *const filipino_last[] = { "Dela Cruz",    "Santos", "Bautista",   "Macaraeg",
                                             "Dimaculangan", "Reyes",  "Villanueva", "Pangilinan" };

static const char *const indian_first[] = { "Priya",  "Arjun", "Lakshmi", "Rahul",    "Ananya",
                                            "Vikram", "Deepa", "Sanjay",  "Harpreet", "Venkata" };
static const char *const indian_last[] = { "Sharma", "Patel",         "Reddy",    "Singh",
                                           "Iyer",   "Krishnamurthy", "Banerjee", "Kaur",
                                           "Gupta",  "Subramanian" };

static const char *const hindi_first[] = { "प्रिया", "राहुल", "अनीता", "विजय", "सुनीता", "मोहन" };
static const char *const hindi_last[] = { "शर्मा", "वर्मा", "गुप्ता", "सिंह", "यादव", "मिश्रा" };

static const char *const tamil_first[] = { "முருகன்", "லட்சுமி", "குமார்", "மீனா" };
static const char *const tamil_last[] = { "சுப்பிரமணியன்", "ராஜன்", "கண்ணன்", "செல்வி" };

static const char *const arabic_latin_first[] = {
  "Fatima", "Ahmed", "Layla", "Omar", "Yusuf", "Khadija", "Hassan", "Noor", "Zaynab", "Ibrahim"
};
static const char *const arabic_latin_last[] = { "Haddad",      "al-Masri", "Khalil",  "Mansour",
                                                 "Farah",       "Abdi",     "El-Amin", "Nasser",
                                                 "Ben Youssef", "Warsame" };

static const char *const arabic_first[] = { "فاطمة", "محمد", "أمينة", "خالد",
                                            "ليلى",  "يوسف", "مريم",  "عمر" };
static const char *const arabic_last[] = { "حداد",   "المصري", "منصور", "خليل",
                                           "الخطيب", "نجار",   "سعيد",  "العلي" };

static const char *const persian_first[] = { "شیرین", "داریوش", "نسرین", "کاوه", "پریسا", "آرش" };
static const char *const persian_last[] = { "حسینی", "رضایی", "کریمی", "تهرانی", "احمدی", "موسوی" };

static const char *const hebrew_first[] = { "נועה", "דוד",  "תמר",  "יוסף",
                                            "שירה", "אורי", "מיכל", "אבי" };
static const char *const hebrew_last[] = { "כהן",   "לוי",   "מזרחי",  "פרץ",
                                           "ביטון", "אברהם", "פרידמן", "גולן" };

static const char *const russian_first[] = { "Юлия",    "Сергей", "Ольга",  "Дмитрий", "Наталья",
                                             "Алексей", "Анна",   "Михаил", "Татьяна", "Фёдор" };
static const char *const russian_last[] = { "Иванова",   "Соколов", "Кузнецова", "Попов",
                                            "Волкова",   "Морозов", "Лебедева",  "Козлов",
                                            "Щербакова", "Ёлкин" };

static const char *const ukrainian_first[] = { "Оксана", "Тарас", "Соломія", "Андрій",
                                               "Леся",   "Їжак",  "Ґанна",   "Богдан" };
static const char *const ukrainian_last[] = { "Шевченко", "Бондаренко", "Ткаченко", "Кравченко",
                                              "Гнатюк",   "Ющенко",     "Мельник",  "Лисенко" };

static const char *const greek_first[] = { "Ελένη", "Γιώργος",  "Μαρία", "Νίκος",
                                           "Σοφία", "Δημήτρης", "Αθηνά", "Κώστας" };
static const char *const greek_last[] = { "Παπαδοπούλου", "Γεωργίου",  "Νικολάου", "Παππάς",
                                          "Αγγελοπούλου", "Οικονόμου", "Δήμου",    "Καραγιάννης" };

static const char *const polish_first[] = { "Małgorzata", "Krzysztof", "Agnieszka", "Paweł",
                                            "Zofia",      "Łukasz",    "Grażyna",   "Stanisław",
                                            "Jagoda",     "Wojciech" };
static const char *const polish_last[] = { "Kowalska", "Nowak",       "Wiśniewski", "Wójcik",
                                           "Kamińska", "Lewandowski", "Zieliński",  "Szymańska",
                                           "Źrebiec",  "Błaszczyk" };

static const char *const czech_first[] = { "Jiří",   "Božena", "Václav", "Zdeňka",
                                           "Ondřej", "Růžena", "Šárka",  "Luděk" };
static const char *const czech_last[] = { "Novák",       "Dvořáková", "Svoboda",  "Černý",
                                          "Procházková", "Kučera",    "Hřebíček", "Říha" };

static const char *const german_first[] = { "Jürgen", "Ursula", "Günther", "Käthe",     "Björn",
                                            "Sigrid", "Åsa",    "Søren",   "Anneliese", "Jörg" };
static const char *const german_last[] = { "Müller",    "Schröder", "Weiß",     "Köhler",
                                           "Lindström", "Ødegaard", "Ångström", "von der Heide",
                                           "Großmann",  "Jørgensen" };

static const char *const icelandic_first[] = { "Þórunn", "Guðmundur", "Sæunn", "Ægir" };
static const char *const icelandic_last[] = { "Jónsdóttir", "Þorvaldsson", "Sigurðardóttir",
                                              "Björnsson" };

static const char *const french_first[] = { "François",      "Hélène",    "Jérôme", "Chloé",
                                            "Zoë",           "Noël",      "Océane", "Gaëlle",
                                            "Jean-Baptiste", "Marie-Ange" };
static const char *const french_last[] = { "Dupont",   "Lefèvre",   "Désir",       "Toussaint",
                                           "Beaulieu", "L'Heureux", "Saint-Fleur", "Pierre-Louis",
                                           "Guérin",   "Bélanger" };

static const char *const portuguese_first[] = { "João",  "Conceição", "Inês",    "Tomás",
                                                "Graça", "Luís",      "Antônia", "Simão" };
static const char *const portuguese_last[] = { "Silva",     "Gonçalves", "Araújo", "dos Santos",
                                               "Magalhães", "Simões",    "Corrêa", "Brandão" };

static const char *const turkish_first[] = { "Ayşe",  "Mehmet", "Gülşen", "İbrahim",
                                             "Çağla", "Oğuz",   "Işıl",   "Ümit" };
static const char *const turkish_last[] = { "Yılmaz", "Çelik", "Şahin", "Öztürk",
                                            "Kılıç",  "Aydın", "Güneş", "Doğan" };

static const char *const romanian_first[] = { "Ștefan", "Ioana",   "Mădălina",
                                              "Răzvan", "Țvetana", "Anca" };
static const char *const romanian_last[] = { "Popescu",    "Ionescu",  "Țepeș",
                                             "Dumitrescu", "Stănescu", "Brâncuș" };

static const char *const irish_first[] = { "Siobhán", "Aoife",   "Seán",   "Niamh",
                                           "Pádraig", "Caoimhe", "Eoghan", "Ruairí" };
static const char *const irish_last[] = { "Ó Súilleabháin", "Murphy", "Ní Bhriain",
                                          "Kelly",          "Byrne",  "Mac Giolla Phádraig",
                                          "Walsh",          "O'Brien" };

static const char *const hungarian_first[] = { "Erzsébet", "Győző",  "Ágnes",
                                               "Lőrinc",   "Zsófia", "Dezső" };
static const char *const hungarian_last[] = {
  "Kovács", "Szűcs", "Nagy", "Fehérváry", "Őze", "Tóth"
};

static const char *const yoruba_first[] = { "Adébáyọ̀", "Ngozi", "Oluwaseun", "Chidi",
                                            "Folúkẹ́",  "Kwame", "Abena",     "Emeka" };
static const char *const yoruba_last[] = { "Adéyẹmí", "Okonkwo",   "Ọláwálé", "Eze",
                                           "Mensah",  "Nwachukwu", "Balogun", "Owusu" };

static const char *const amharic_first[] = { "አበበ", "ሰላም", "ተስፋዬ", "ማርታ", "ሀና", "ዳዊት" };
static const char *const amharic_last[] = { "ከበደ", "ተሰማ", "ወልደ", "ታደሰ", "ገብሬ", "ኃይሌ" };

static const char *const armenian_first[] = { "Անահիտ", "Վարդան",  "Նարե",
                                              "Արամ",   "Լուսինե", "Տիգրան" };
static const char *const armenian_last[] = { "Պետրոսյան", "Սարգսյան", "Գրիգորյան",
                                             "Հակոբյան",  "Մկրտչյան", "Խաչատրյան" };

static const char *const georgian_first[] = { "ნინო", "გიორგი", "თამარ", "ლევან" };
static const char *const georgian_last[] = { "ბერიძე", "კაპანაძე", "მაისურაძე", "გელაშვილი" };

static const char *const thai_first[] = { "สมชาย", "มาลี", "ประเสริฐ", "สุดารัตน์", "อนงค์", "วิชัย" };
static const char *const thai_last[] = { "ใจดี", "ศรีสุข", "วงศ์ใหญ่", "ทองคำ", "แก้วมณี", "บุญมา" };

static const char *const khmer_first[] = { "សុខា", "ចាន់", "បុប្ផា", "ដារា" };
static const char *const khmer_last[] = { "សុខ", "ឈឹម", "កែវ", "ហេង" };

static const char *const native_first[] = { "Kaʻiulani", "Keoni",  "Leilani", "Nāinoa",
                                            "Yolanda",   "Wynema", "Ahiga",   "Dezba" };
static const char *const native_last[] = { "Kealoha", "Māhoe",  "Kahananui",  "ʻŌpūnui",
                                           "Begay",   "Tsosie", "Yellowhair", "Benally" };

static const char *const bengali_first[] = { "রহিম", "সুমাইয়া", "আনিকা", "করিম", "নুসরাত", "তানভীর" };
static const char *const bengali_last[] = { "হোসেন", "চৌধুরী", "ইসলাম", "আহমেদ", "সরকার", "মিয়া" };

#define NAMES(pool)                                                                                \
  pool##_first, G_N_ELEMENTS (pool##_first), pool##_last, G_N_ELEMENTS (pool##_last)

/* Weighted about as a city in the United States is; of every script that its
 * fonts and searches have to cope with there is somebody.
 */
static const struct
{
  int                weight;
  gboolean           is_latin;
  const char *const *first;
  int                n_first;
  const char *const *last;
  int                n_last;
} pools[] = {
  { 300, TRUE, NAMES (english) },   { 120, TRUE, NAMES (spanish) },
  { 30, TRUE, NAMES (vietnamese) }, { 25, TRUE, NAMES (chinese_latin) },
  { 15, FALSE, NAMES (chinese) },   { 14, FALSE, NAMES (korean) },
  { 10, FALSE, NAMES (japanese) },  { 15, TRUE, NAMES (filipino) },
  { 20, TRUE, NAMES (indian) },     { 6, FALSE, NAMES (hindi) },
  { 4, FALSE, NAMES (tamil) },      { 18, TRUE, NAMES (arabic_latin) },
  { 10, FALSE, NAMES (arabic) },    { 6, FALSE, NAMES (persian) },
  { 7, FALSE, NAMES (hebrew) },     { 14, FALSE, NAMES (russian) },
  { 8, FALSE, NAMES (ukrainian) },  { 7, FALSE, NAMES (greek) },
  { 16, TRUE, NAMES (polish) },     { 8, TRUE, NAMES (czech) },
  { 14, TRUE, NAMES (german) },     { 4, TRUE, NAMES (icelandic) },
  { 14, TRUE, NAMES (french) },     { 12, TRUE, NAMES (portuguese) },
  { 8, TRUE, NAMES (turkish) },     { 6, TRUE, NAMES (romanian) },
  { 12, TRUE, NAMES (irish) },      { 6, TRUE, NAMES (hungarian) },
  { 8, TRUE, NAMES (yoruba) },      { 5, FALSE, NAMES (amharic) },
  { 5, FALSE, NAMES (armenian) },   { 4, FALSE, NAMES (georgian) },
  { 5, FALSE, NAMES (thai) },       { 3, FALSE, NAMES (khmer) },
  { 8, TRUE, NAMES (native) },      { 5, FALSE, NAMES (bengali) },
};

static void
pick_name (GRand *rand, gboolean latin_only, const char **first_name, const char **last_name)
{
  int total = 0;
  int roll;

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    if (pools[i].is_latin || !latin_only)
      total += pools[i].weight;

  roll = g_rand_int_range (rand, 0, total);

  for (guint i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      if (latin_only && !pools[i].is_latin)
        continue;

      if (roll < pools[i].weight)
        {
          *first_name = pools[i].first[g_rand_int_range (rand, 0, pools[i].n_first)];
          *last_name = pools[i].last[g_rand_int_range (rand, 0, pools[i].n_last)];
          return;
        }

      roll -= pools[i].weight;
    }
}

/**
 * rea_demo_pick_name:
 * @rand: where chance comes from
 * @first_name: (out) (transfer none): the first name
 * @last_name: (out) (transfer none): the last name; now and then empty, as in
 *   any list of contacts
 *
 * Picks a name of one language.
 */
void
rea_demo_pick_name (GRand *rand, const char **first_name, const char **last_name)
{
  pick_name (rand, FALSE, first_name, last_name);

  if (g_rand_int_range (rand, 0, 60) == 0)
    *last_name = "";
}

/**
 * rea_demo_dup_sender:
 * @nth: which sender, from 0 on
 * @rand: where chance comes from
 * @first_name: (out) (transfer none): the first name
 * @last_name: (out) (transfer none): the last name
 *
 * Makes up a volunteer. The first ones are always the same people.
 *
 * Returns: (transfer full): the e-mail, another one for each @nth
 */
char *
rea_demo_dup_sender (gint64 nth, GRand *rand, const char **first_name, const char **last_name)
{
  static const struct
  {
    const char *first_name;
    const char *last_name;
    const char *email;
  } regulars[] = {
    { "Maria", "Alvarez", "maria.alvarez" },
    { "Dana", "Whitfield", "dana.whitfield" },
    { "Юлия", "Соколова", "yulia.sokolova" },
    { "Tomás", "Núñez", "tomas.nunez" },
    { "Aoife", "Ní Bhriain", "aoife" },
    { "美玲", "陈", "meiling.chen" },
    { "Jamal", "Robinson", "jamal.robinson" },
    { "Priya", "Krishnamurthy", "priya.k" },
    { "Bob", "O'Connor", "bob.oconnor" },
    { "Łukasz", "Żebrowski", "lukasz" },
    { "أمينة", "حداد", "amina.haddad" },
    { "Ruth", "Feldman", "ruth.feldman" },
    { "민준", "김", "minjun.kim" },
    { "Keisha", "Banks", "keisha.banks" },
    { "Björn", "Ångström", "bjorn" },
    { "Thanh Tùng", "Nguyễn", "tung.nguyen" },
    { "Grace", "Okonkwo", "grace.okonkwo" },
    { "Ελένη", "Παππά", "eleni.pappa" },
    { "Sam", "Lee", "sam.lee" },
    { "Hannah", "Yellowhair", "hannah.yellowhair" },
  };
  g_autoptr (GString) email = NULL;
  g_autofree char *full = NULL;
  g_autofree char *ascii = NULL;

  if (nth < (gint64) G_N_ELEMENTS (regulars))
    {
      *first_name = regulars[nth].first_name;
      *last_name = regulars[nth].last_name;
      return g_strconcat (regulars[nth].email, "@volunteers.example.org", NULL);
    }

  pick_name (rand, TRUE, first_name, last_name);
  full = g_strdup_printf ("%s.%s", *first_name, *last_name);
  ascii = g_str_to_ascii (full, "C");
  email = g_string_new (NULL);

  for (const char *at = ascii; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '.')
      g_string_append_c (email, g_ascii_tolower (*at));

  g_string_append_printf (email, "%" G_GINT64_FORMAT "@volunteers.example.org", nth + 1);

  return g_string_free (g_steal_pointer (&email), FALSE);
}
