//! Stories in other languages than English.

use parallax::comparison::Certainty;

use super::{matched, story};

fn certainty(texts: [&str; 2], a: &str, b: &str) -> Certainty {
    let comparison = story(&texts);
    let found = matched(&comparison, a, b);
    found.unwrap_or_else(|| panic!("no match: {:?}", comparison.matches)).certainty
}

#[test]
fn german_words_are_stemmed() {
    let texts = [
        "Sturm deckt Dächer ab\n\n\
         Der Sturm riss in der Nacht zum Sonntag die Dächer von zwanzig Häusern an der Küste.\n\n\
         Die Feuerwehr rückte mit allen Wagen aus, die sie hatte.\n",
        "Schwere Schäden an der Küste\n\n\
         Von zwanzig Häusern an der Küste wurde in der Nacht zum Sonntag das Dach vom Sturm gerissen.\n\n\
         Der Bürgermeister dankte den Helfern für ihre Arbeit.\n",
    ];
    assert_eq!(certainty(texts, "Der Sturm riss", "Von zwanzig"), Certainty::Certain);
}

#[test]
fn chinese_is_compared_although_nothing_separates_its_words() {
    let texts = [
        "台风登陆\n\n周日晚上台风摧毁了北部海岸的二十间房屋。\n\n消防队出动了所有车辆。\n",
        "海岸受灾\n\n北部海岸的二十间房屋周日晚上被台风摧毁。\n\n市长感谢志愿者的工作。\n",
    ];
    assert_eq!(certainty(texts, "摧毁了", "台风摧毁。"), Certainty::Certain);
}

#[test]
fn japanese_is_compared_although_nothing_separates_its_words() {
    let texts = [
        "台風が上陸\n\n日曜日の夜、台風が北部海岸の住宅二十棟の屋根を吹き飛ばした。\n\n消防隊が出動した。\n",
        "海岸で被害\n\n北部海岸の住宅二十棟の屋根が、日曜日の夜に台風で吹き飛ばされた。\n\n市長は感謝を述べた。\n",
    ];
    assert_eq!(certainty(texts, "吹き飛ばした", "吹き飛ばされた"), Certainty::Certain);
}

#[test]
fn thai_is_compared_although_nothing_separates_its_words() {
    let texts = [
        "พายุถล่มชายฝั่ง\n\nพายุพัดหลังคาบ้านยี่สิบหลังบนชายฝั่งภาคเหนือในคืนวันอาทิตย์\n\nเจ้าหน้าที่ดับเพลิงออกปฏิบัติงาน\n",
        "ความเสียหายหนัก\n\nคืนวันอาทิตย์พายุพัดหลังคาบ้านยี่สิบหลังบนชายฝั่งภาคเหนือพังเสียหาย\n\nนายกเทศมนตรีขอบคุณอาสาสมัคร\n",
    ];
    assert_eq!(certainty(texts, "พายุพัดหลังคา", "คืนวันอาทิตย์พายุ"), Certainty::Certain);
}

#[test]
fn articles_in_different_languages_share_no_wording() {
    let comparison = story(&[
        "Storm tears roofs off\n\nThe storm tore the roofs from twenty houses on the coast on Sunday night.\n",
        "Sturm deckt Dächer ab\n\nDer Sturm riss in der Nacht zum Sonntag die Dächer von zwanzig Häusern.\n",
    ]);
    let certain = comparison.matches.iter().filter(|found| found.certainty == Certainty::Certain);
    assert_eq!(certain.count(), 0, "{:?}", comparison.matches);
}
