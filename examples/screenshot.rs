//! Draws the reader as SVG, each view once: `cargo run --example screenshot` remakes `assets/screen.svg` and
//! `assets/view-*.svg`.

use std::fmt::Write as _;

use parallax::Article;
use parallax::comparison::{Settings, compare};
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const COLUMNS: u16 = 112;
/// The pictures: what is pressed before each is taken, its rows, and whether it is of the ferry.
const PICTURES: [(&str, &str, u16, bool); 5] = [
    ("screen", "sssssss", 32, false),
    ("view-merged", "]jjjj", 20, false),
    ("view-matrix", "]]jj", 20, false),
    ("view-quotes", "]]]jj", 20, false),
    ("view-conflicts", "]]]]g", 20, true),
];
/// Two reports that contradict one another.
const FERRY: [(&str, &str); 2] = [
    (
        "Coast Radio.txt",
        "Ferry sinks off Marlow\n\nFive people drowned when the ferry sank off Marlow on Tuesday evening. The captain, \
         43-year-old Piet Cohen, said he had warned the owner.\n\n\"We told them the pumps were rusty,\" Cohen said.\n\nThe \
         owner, Marlow Lines, confirmed that there had been a warning.\n",
    ),
    (
        "Harbour Post.txt",
        "Night of the ferry\n\nThree people drowned when the ferry sank off Marlow on Tuesday evening. The captain, \
         34-year-old Piet Cotten, said he had warned the owner.\n\n\"We told them the pumps were broken,\" Cotten said.\n\nThe \
         owner, Marlow Lines, denied that there had been a warning.\n",
    ),
];
/// Units of the picture to a cell, and to its margin.
const CELL: (f64, f64) = (8.4, 18.0);
const MARGIN: f64 = 14.0;
const BACKGROUND: &str = "#16181a";
const FOREGROUND: &str = "#d8dad8";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let environment = Environment::of(|name| match name {
        "LANG" => Some("en_US.UTF-8".to_owned()),
        "COLORTERM" => Some("truecolor".to_owned()),
        _ => None,
    });
    for (name, keys, rows, ferry) in PICTURES {
        let articles = if ferry {
            FERRY.iter().map(|&(location, text)| Article::from_text(location, text)).collect()
        } else {
            parallax::sample::articles()
        };
        let story = compare(articles, Settings::default());
        let mut reader = Rehearsal::new(story, environment.clone(), COLUMNS, rows)?;
        reader.press(keys)?;
        let path = format!("{}/assets/{name}.svg", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(&path, svg(reader.buffer())?)?;
        println!("{path}");
    }
    Ok(())
}

/// One text element for each run of cells in one style, stretched to its cells; wide cells stand alone.
fn svg(buffer: &Buffer) -> Result<String, std::fmt::Error> {
    let (width, height) = (
        f64::from(buffer.area.width) * CELL.0 + 2.0 * MARGIN,
        f64::from(buffer.area.height) * CELL.1 + 2.0 * MARGIN,
    );
    let mut svg = String::new();
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" font-size="14""#
    )?;
    writeln!(
        svg,
        r#"  font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" xml:space="preserve">"#
    )?;
    writeln!(svg, "<title>Parallax: one story, several sources, side by side</title>")?;
    writeln!(svg, r#"<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>"#)?;
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let Some(first) = buffer.cell((x, y)) else { break };
            let (start, mut text) = (x, first.symbol().to_owned());
            let wide = first.symbol().width() > 1;
            x += if wide { 2 } else { 1 };
            while let Some(next) = buffer.cell((x, y)).filter(|next| !wide && looks_alike(first, next)) {
                text.push_str(next.symbol());
                x += 1;
            }
            if !text.trim().is_empty() {
                run(&mut svg, first, &text, (start, y))?;
            }
        }
    }
    writeln!(svg, "</svg>")?;
    Ok(svg)
}

fn looks_alike(a: &Cell, b: &Cell) -> bool {
    b.symbol().width() == 1 && (a.fg, a.modifier) == (b.fg, b.modifier)
}

fn run(svg: &mut String, cell: &Cell, text: &str, (x, y): (u16, u16)) -> std::fmt::Result {
    let lead = text.len() - text.trim_start().len();
    let text = text.trim();
    let left = MARGIN + (f64::from(x) + lead as f64) * CELL.0;
    let base = MARGIN + f64::from(y) * CELL.1 + 14.0;
    let length = text.width() as f64 * CELL.0;
    let fill = match cell.fg {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => FOREGROUND.to_owned(),
    };
    write!(
        svg,
        r#"<text x="{left:.1}" y="{base:.1}" textLength="{length:.1}" lengthAdjust="spacingAndGlyphs" fill="{fill}""#
    )?;
    for (modifier, attribute) in [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::UNDERLINED, r#" text-decoration="underline""#),
    ] {
        if cell.modifier.contains(modifier) {
            svg.push_str(attribute);
        }
    }
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(svg, ">{escaped}</text>")
}
