package ganglion.cli;

import ganglion.cli.verb.Verb;
import ganglion.cli.verb.VerbGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The list of commands in the help text of {@code ganglion}, by their groups. */
final class VerbList implements IHelpSectionRenderer {

    private final Verbs verbs;

    VerbList(Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public String render(Help help) {
        Map<String, CommandLine> known = help.commandSpec().subcommands();
        StringBuilder text = new StringBuilder();
        for (VerbGroup group : VerbGroup.values()) {
            Map<String, Help> listed = new LinkedHashMap<>();
            for (Verb verb : verbs.all()) {
                CommandLine command = known.get(verb.name());
                if (verb.group() == group && command != null && !hidden(command)) {
                    listed.put(verb.name(), command.getHelp());
                }
            }
            if (!listed.isEmpty()) {
                text.append(help.createHeading("%n" + group.title() + ":%n")).append(help.commandList(listed));
            }
        }
        return text.toString();
    }

    private static boolean hidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }
}
