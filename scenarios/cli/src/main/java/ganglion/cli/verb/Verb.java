package ganglion.cli.verb;

import java.util.function.Function;

/**
 * A command that {@code ganglion} offers.
 *
 * @param name the word that calls it, which is also the name in its {@code @Command}
 * @param group where the help text lists it
 * @param command makes the command: an object annotated for picocli, or a {@link picocli.CommandLine} with commands of its own. Called
 *     only if a command line needs it, as making all commands takes longer than a short command.
 */
public record Verb(String name, VerbGroup group, Function<Invocation, Object> command) {}
