//! What each source tells its story with.

use super::program::{bridge, file, folder, run};

#[test]
fn a_paragraph_a_source() {
    let ran = run(&bridge(), &["profile", "."]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn programs_get_the_counts() {
    let folder = folder();
    file(
        folder.path(),
        "one.txt",
        "Ferry aground\n\nThe ferry ran aground on Monday, two officials said. The owner declined to comment.\n",
    );
    let ran = run(folder.path(), &["profile", "--format", "json", "one.txt"]);
    assert_eq!(ran.status, Some(0), "{}", ran.err);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["schema"], "parallax/profile/1");
    let source = &told["sources"][0];
    assert_eq!(source["unnamed"][0]["name"], "officials");
    assert_eq!(source["refusals"][0], "The owner declined to comment.");
    assert_eq!(source["times"][0], "Monday");
    assert_eq!(source["leads_elsewhere"].as_array().unwrap().len(), 0);
}
