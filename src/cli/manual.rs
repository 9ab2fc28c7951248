//! What shells and `man` want to know of the command line.

use clap::error::ErrorKind;
use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments;
use super::failure::Failure;
use super::{DONE, print};

/// `parallax completions`.
pub fn completions(shell: Shell) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "parallax", &mut script);
    print(|out| out.write_all(&script))?;
    Ok(DONE)
}

/// `parallax man`: the page of the program, or of one of its commands.
pub fn page(name: Option<&str>) -> Result<u8, Failure> {
    let mut program = Arguments::command();
    program.build();
    let command = match name {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => {
                let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
                let problem = format!("there is no command {name:?}; there are {}", names.join(", "));
                return Err(Failure::Usage(program.error(ErrorKind::InvalidValue, problem)));
            }
        },
    };
    let mut page = Vec::new();
    let title = name.map_or_else(|| "parallax".to_owned(), |name| format!("parallax-{name}"));
    clap_mangen::Man::new(command).title(title).render(&mut page).map_err(Failure::Output)?;
    print(|out| out.write_all(&page))?;
    Ok(DONE)
}
