/**
 * The {@code ganglion} command: one class a verb, which reads its options, calls the module that does the work and prints
 * what came out. Nothing is computed here.
 *
 * <p>Results go to standard output; progress, logs and errors to standard error, an error being one line. The exit code is
 * one of {@link ganglion.cli.terminal.ExitCode}. {@link ganglion.cli.Main} is the process; tests run the same commands in process through
 * {@link ganglion.cli.Ganglion}, with a {@link ganglion.cli.terminal.Console} of their own. Other modules add verbs through
 * {@link ganglion.cli.verb.VerbProvider}.
 */
package ganglion.cli;
