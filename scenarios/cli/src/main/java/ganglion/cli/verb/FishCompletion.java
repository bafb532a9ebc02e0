package ganglion.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion of a command line for the fish shell, whose own {@code complete} command does the work. Source: fish 3, "Writing your own
 * completions".
 */
final class FishCompletion {

    private FishCompletion() {}

    static String script(String program, CommandLine commands) {
        List<String> lines = new ArrayList<>();
        lines.add("# Completion of " + program + " for fish");
        add(lines, program, commands, "__fish_use_subcommand");
        return String.join("\n", lines) + "\n";
    }

    /** @param here condition under which the words of this command come next */
    private static void add(List<String> lines, String program, CommandLine command, String here) {
        List<String> names = command.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
        for (String name : names) {
            CommandLine verb = command.getSubcommands().get(name);
            lines.add("complete -c " + program + " -n " + quoted(here) + " -f -a " + name + " -d "
                    + quoted(String.join(
                            " ", verb.getCommandSpec().usageMessage().header())));
            String seen = "__fish_seen_subcommand_from " + name;
            String next = here.equals("__fish_use_subcommand") ? seen : here + "; and " + seen;
            verb.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option -> lines.add(option(program, next, option)));
            if (!verb.getSubcommands().isEmpty()) {
                add(lines, program, verb, next);
            }
        }
    }

    private static String option(String program, String condition, OptionSpec option) {
        StringBuilder line = new StringBuilder("complete -c " + program + " -n " + quoted(condition));
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(" -r");
        }
        if (option.completionCandidates() != null) {
            List<String> values = StreamSupport.stream(
                            option.completionCandidates().spliterator(), false)
                    .map(CompletionCommand::word)
                    .toList();
            line.append(" -f -a " + quoted(String.join(" ", values)));
        }
        return line.append(" -d " + quoted(firstSentence(String.join(" ", option.description()))))
                .toString();
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return (end < 0 ? text : text.substring(0, end)).replace("%n", " ");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
