//! Pairs of sentences and what they disagree in, as a reader would say it.

use parallax::article::Span;
use parallax::comparison::DisagreementKind::{self, Name, Negation, Number, Opposite, Quote, Time, Who};

use super::{matched, story};

/// What a pair disagrees in, with the words on both sides.
type Said = (DisagreementKind, &'static str, &'static str);

/// What is found between two sentences, each of which stands in an article of its own in the same language.
#[track_caller]
fn check((first, second): (&str, &str), a: &str, b: &str, expected: &[Said]) {
    let comparison = story(&[first.replace("{}", a), second.replace("{}", b)]);
    let found = matched(&comparison, a, b);
    let words = |article: usize, span: Span| span.of(&comparison.articles[article].text).to_owned();
    let said: Vec<(DisagreementKind, String, String)> = found.map_or_else(Vec::new, |found| {
        found.disagreements.iter().map(|said| (said.kind, words(0, said.a), words(1, said.b))).collect()
    });
    let said: Vec<(DisagreementKind, &str, &str)> =
        said.iter().map(|(kind, a, b)| (*kind, a.as_str(), b.as_str())).collect();
    assert_eq!(said, expected, "{a}\n{b}");
}

const ENGLISH: (&str, &str) = (
    "Storm tears roofs from houses\n\n{}\n\nThe northern coast was hit on Sunday night, and many roads are closed.\n",
    "Council debates new timetable\n\n{}\n\nRailway officials promised cheaper tickets for the summer.\n",
);
const GERMAN: (&str, &str) = (
    "Sturm deckt Häuser ab\n\n{}\n\nDie Küste wurde in der Nacht getroffen, und viele Straßen sind gesperrt.\n",
    "Rat berät über Fahrplan\n\n{}\n\nDie Bahn hat für den Sommer billigere Fahrkarten versprochen.\n",
);
const FRENCH: (&str, &str) = (
    "La tempête arrache des toits\n\n{}\n\nLa côte a été touchée dans la nuit et de nombreuses routes sont fermées.\n",
    "Le conseil débat des horaires\n\n{}\n\nLes chemins de fer ont promis des billets moins chers pour l'été.\n",
);
const SPANISH: (&str, &str) = (
    "La tormenta arranca tejados\n\n{}\n\nLa costa fue golpeada por la noche y muchas carreteras están cerradas.\n",
    "El consejo debate horarios\n\n{}\n\nLos ferrocarriles prometieron billetes más baratos para el verano.\n",
);
const RUSSIAN: (&str, &str) = (
    "Буря сорвала крыши\n\n{}\n\nПобережье пострадало ночью, и многие дороги закрыты.\n",
    "Совет обсуждает расписание\n\n{}\n\nЖелезная дорога обещала дешёвые билеты на лето.\n",
);
const CHINESE: (&str, &str) = (
    "暴风雨掀翻屋顶\n\n{}\n\n北部海岸在周日晚上受到袭击，许多道路被封闭。\n",
    "议会讨论时刻表\n\n{}\n\n铁路官员承诺夏季票价更便宜。\n",
);
const JAPANESE: (&str, &str) = (
    "嵐で屋根が飛ぶ\n\n{}\n\n北の海岸は日曜の夜に被害を受け、多くの道路が閉鎖された。\n",
    "議会が時刻表を議論\n\n{}\n\n鉄道会社は夏の安い切符を約束した。\n",
);

#[test]
fn one_event_in_other_words_may_have_other_numbers() {
    for (a, b, said) in [
        (
            "The blast killed three people and wounded a dozen in the station.",
            "Five people died in the blast at the station, in which 12 were wounded.",
            (Number, "three", "Five"),
        ),
        (
            "The driver, a 34-year-old man, was arrested at his home in Ellery.",
            "The driver, 43, was arrested at home in Ellery.",
            (Number, "34-year-old", "43"),
        ),
        (
            "The fire broke out at about 8 p.m. in the warehouse on Dock Street.",
            "The warehouse on Dock Street burned down around 11 p.m., police said.",
            (Time, "about 8 p.m", "around 11 p.m"),
        ),
        (
            "Roe told the hearing that about 40 associations that call themselves \"free\" were singled out.",
            "In all, about 120 groups were singled out for a second review, Roe said at the hearing.",
            (Number, "about 40", "about 120"),
        ),
    ] {
        check(ENGLISH, a, b, &[said]);
    }
}

#[test]
fn values_differ_in_unit_currency_sign_and_share() {
    for (a, b, mine, theirs) in [
        (
            "The rent will rise by 200 pounds a month from April.",
            "The rent will rise by 200 dollars a month from April.",
            "200 pounds",
            "200 dollars",
        ),
        (
            "The water in the bay fell to 2 degrees on Monday night.",
            "The water in the bay fell to minus 2 degrees on Monday night.",
            "2 degrees",
            "minus 2 degrees",
        ),
        (
            "Support for the ferry rose by 6 percent, the poll found.",
            "Support for the ferry rose by 6 percentage points, the poll found.",
            "6 percent",
            "6 percentage points",
        ),
        (
            "Ellery beat Harborview 4-1 in the final on Saturday.",
            "Ellery beat Harborview 3-1 in the final on Saturday.",
            "4-1",
            "3-1",
        ),
        (
            "A quarter of the pupils missed the first lesson in May.",
            "35 percent of the pupils missed the first lesson in May.",
            "A quarter",
            "35 percent",
        ),
    ] {
        check(ENGLISH, a, b, &[(Number, mine, theirs)]);
    }
}

#[test]
fn the_same_value_is_no_disagreement() {
    for (a, b) in [
        (
            "The ferry carried 1,213 passengers when it sank off the cape.",
            "The ferry carried more than 1,200 passengers when it sank off the cape.",
        ),
        ("Two dozen boats burned in the marina on Tuesday.", "24 boats burned in the marina on Tuesday."),
        (
            "The tunnel is 2 miles long and was dug by the county.",
            "The tunnel is 3.2 kilometres long and was dug by the county.",
        ),
        (
            "The crash happened at 10:15 p.m. on the coast road.",
            "The crash happened at about 10 p.m. on the coast road.",
        ),
        (
            "The parcel weighed 5 lb and was found at the gate.",
            "The parcel weighed 5 pounds and was found at the gate.",
        ),
        (
            "The deal covers wheat, maize and oil from the port.",
            "The deal covers wheat, maize, barley and oil from the port.",
        ),
        (
            "The news was reported by The Herald on Tuesday evening.",
            "The news was reported by Radio Ellery and The Herald on Tuesday evening.",
        ),
        (
            "The envoy travelled to Kyiv to sign the grain deal with the board.",
            "The envoy travelled to Kiev to sign the grain deal with the board.",
        ),
    ] {
        check(ENGLISH, a, b, &[]);
    }
}

#[test]
fn what_is_denied_is_told_with_the_word_that_is_denied() {
    check(
        ENGLISH,
        "The pump failed during the drill on Friday.",
        "The pump did not fail during the drill on Friday.",
        &[(Negation, "failed", "did not fail")],
    );
    check(
        ENGLISH,
        "The court found the captain guilty of arson on Friday.",
        "The court found the captain not guilty of arson on Friday.",
        &[(Negation, "guilty", "not guilty")],
    );
    check(
        RUSSIAN,
        "Губернатор сообщил в понедельник, что новую больницу в городе построят.",
        "Губернатор сообщил в понедельник, что новую больницу в городе не построят.",
        &[(Negation, "построят", "не построят")],
    );
    check(
        CHINESE,
        "市长周一在会上表示，新医院会在六月启用。",
        "市长周一在会上表示，新医院不会在六月启用。",
        &[(Negation, "会", "不会")],
    );
    check(
        JAPANESE,
        "知事は月曜日の会見で、新しい病院を六月に開院すると述べた。",
        "知事は月曜日の会見で、新しい病院を六月に開院しないと述べた。",
        &[(Negation, "開院する", "開院しない")],
    );
}

#[test]
fn exchanged_roles_are_told_with_what_was_done() {
    check(
        ENGLISH,
        "The mayor accused the bishop of hiding the letters.",
        "The bishop accused the mayor of hiding the letters.",
        &[(Who, "mayor accused the bishop", "bishop accused the mayor")],
    );
    check(
        ENGLISH,
        "Ellery met Harborview in the final on Saturday.",
        "Harborview met Ellery in the final on Saturday.",
        &[],
    );
}

#[test]
fn opposites_need_no_verb_of_their_own() {
    check(
        ENGLISH,
        "Prices of bread went up last month in the county.",
        "Prices of bread went down last month in the county.",
        &[(Opposite, "up", "down")],
    );
}

#[test]
fn who_was_first_or_alone_leaves_others_out() {
    check(
        ENGLISH,
        "The news of the theft was first reported by The Herald.",
        "The theft was first reported by Radio Ellery and The Herald.",
        &[(Name, "The Herald", "Radio Ellery and The Herald")],
    );
}

#[test]
fn quotations_that_an_editor_touched_say_the_same() {
    for (a, b) in [
        (
            "\"[YouTube] has lost our trust and our votes,\" the senator said.",
            "\"YT has lost our trust and our votes,\" the senator said.",
        ),
        (
            "\"YouTube has lost our trust and our votes,\" the senator said.",
            "\"YT has lost our trust and our votes,\" the senator said.",
        ),
        (
            "\"They want[ed] to close the harbor for good,\" the union said.",
            "\"They want to close the harbor for good,\" the union said.",
        ),
        (
            "\"We have lost ... our votes for good this time,\" the senator said.",
            "\"We have lost our trust and our votes for good this time,\" the senator said.",
        ),
    ] {
        check(ENGLISH, a, b, &[]);
    }
    check(
        ENGLISH,
        "\"I understand the bill comes with a price for us,\" the senator said.",
        "\"I understand that the bill comes with a price for us,\" the senator said.",
        &[(Quote, "understand the", "understand that the")],
    );
}

#[test]
fn the_last_word_of_a_quotation_counts_as_the_others_do() {
    check(
        ENGLISH,
        "\"They told us that the roof was sound,\" the tenant said.",
        "\"They told us that the roof was rotten,\" the tenant said.",
        &[(Quote, "sound", "rotten")],
    );
    // Cut short, or told on: the same quotation.
    for other in [
        "\"They told us that the roof was,\" he said.",
        "\"They told us that the roof was sound enough for us,\" he said.",
    ] {
        check(ENGLISH, "\"They told us that the roof was sound,\" the tenant said.", other, &[]);
    }
}

#[test]
fn who_drowned_is_dead() {
    check(
        ENGLISH,
        "Nine dead as barge sinks off Ellery",
        "Four people drowned when a barge sank off Ellery on Friday.",
        &[(Number, "Nine", "Four")],
    );
}

#[test]
fn numbers_and_times_are_read_in_other_languages() {
    check(
        GERMAN,
        "Der Schaden beträgt 2,5 Mio. Euro, teilte die Feuerwehr mit.",
        "Der Schaden beträgt 2,5 Mrd. Euro, teilte die Feuerwehr mit.",
        &[(Number, "2,5 Mio. Euro", "2,5 Mrd. Euro")],
    );
    check(
        GERMAN,
        "Der Schaden beträgt 1.200 Euro, teilte die Feuerwehr mit.",
        "Der Schaden beträgt 1200 Euro, teilte die Feuerwehr mit.",
        &[],
    );
    check(
        FRENCH,
        "L'incendie s'est déclaré vers 21 heures dans l'entrepôt.",
        "L'incendie s'est déclaré vers 23 heures dans l'entrepôt.",
        &[(Time, "vers 21 heures", "vers 23 heures")],
    );
    check(
        FRENCH,
        "L'incendie s'est déclaré à 21h30 dans l'entrepôt.",
        "L'incendie s'est déclaré à 21 h 30 dans l'entrepôt.",
        &[],
    );
    check(
        FRENCH,
        "L'incendie a fait au moins trois morts dans l'entrepôt, selon la police.",
        "L'incendie a fait trois morts dans l'entrepôt, selon la police.",
        &[],
    );
    check(
        SPANISH,
        "El incendio dejó once muertos en el almacén, según la policía.",
        "El incendio dejó quince muertos en el almacén, según la policía.",
        &[(Number, "once", "quince")],
    );
}

#[test]
fn one_event_in_other_words_may_have_another_day() {
    let a =
        "Six hikers were rescued from the flooded gorge near Ellery on Tuesday morning by a helicopter crew.";
    let b = "A helicopter crew rescued hikers from a flooded gorge near Ellery on Thursday, the ranger said.";
    check(ENGLISH, a, b, &[(Time, "Tuesday", "Thursday")]);
    // When something was said is no day of the event.
    let b = "A helicopter crew rescued hikers from a flooded gorge near Ellery, the ranger said on Thursday.";
    check(ENGLISH, a, b, &[]);
}

#[test]
fn what_one_reports_and_the_other_reports_to_be_denied() {
    check(
        ENGLISH,
        "Inspectors said that the cables of the lift had been replaced in April.",
        "The owner denied that the cables of the lift had been replaced in April.",
        &[(Opposite, "said", "denied")],
    );
    check(
        GERMAN,
        "Die Prüfer sagten, die Seile des Lifts seien im April ersetzt worden.",
        "Der Besitzer bestreitet, die Seile des Lifts seien im April ersetzt worden.",
        &[(Opposite, "Seile", "bestreitet")],
    );
    // To deny what one is accused of is the other half of the same report.
    check(
        ENGLISH,
        "Prosecutors alleged that the owner of the lift had hidden the reports in April.",
        "The owner of the lift denied that he had hidden the reports in April.",
        &[],
    );
}

#[test]
fn surnames_of_one_given_name_are_told_apart_by_a_letter() {
    // Most of its words have a capital, and yet it is no title.
    check(
        ENGLISH,
        "Skipper Anna Rask steered the Sea Lark home.",
        "Skipper Anna Rast steered the Sea Lark home.",
        &[(Name, "Rask", "Rast")],
    );
    check(
        ENGLISH,
        "The pilot, Mohammed Rask, steered the ship home in thick fog.",
        "The pilot, Muhammad Rask, steered the ship home in thick fog.",
        &[],
    );
}
