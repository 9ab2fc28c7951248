//! Draws the reader on the sample story as an SVG: `cargo run --example screenshot` remakes
//! `assets/screen.svg`.

use std::fmt::Write as _;

use parallax::comparison::{Settings, compare};
use parallax::tui::env::Environment;
use parallax::tui::rehearsal::Rehearsal;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

const COLUMNS: u16 = 112;
const ROWS: u16 = 32;
/// What is pressed before the picture is taken.
const KEYS: &str = "sssssss";
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
    let story = compare(parallax::sample::articles(), Settings::default());
    let mut reader = Rehearsal::new(story, environment, COLUMNS, ROWS)?;
    reader.press(KEYS)?;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screen.svg");
    std::fs::write(path, svg(reader.buffer())?)?;
    println!("{path}");
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
