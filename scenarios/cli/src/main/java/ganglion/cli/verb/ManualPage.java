package ganglion.cli.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The manual page of a command, in the macros of man(7). Picocli's own generator writes AsciiDoc, which would read the marks in texts
 * made for terminals as its own: {@code --}, {@code *} and {@code {a,b}} came out as other text.
 */
final class ManualPage {

    private final CommandLine command;
    private final CommandSpec spec;
    private final String version;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param command of which the page is
     * @param version of the program, for the foot of the page
     */
    ManualPage(CommandLine command, String version) {
        this.command = command;
        this.spec = command.getCommandSpec();
        this.version = version;
    }

    /** The name of the page, as in {@code man ganglion-profile-show}. */
    String name() {
        return spec.qualifiedName("-");
    }

    /** The text of the page. */
    String roff() {
        UsageMessageSpec usage = spec.usageMessage();
        lines.clear();
        lines.add(".TH " + quoted(name().toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted("Ganglion " + version)
                + " \"Ganglion Manual\"");
        section("NAME");
        lines.add(text(name()) + " \\- " + text(String.join(" ", usage.header())));
        section("SYNOPSIS");
        synopsis();
        if (usage.description().length > 0) {
            section("DESCRIPTION");
            paragraphs(usage.description());
        }
        arguments("ARGUMENTS", spec.positionalParameters());
        arguments("OPTIONS", spec.options());
        commands();
        exitCodes(usage.exitCodeList());
        examples(usage.footer());
        related();
        return String.join("\n", lines) + "\n";
    }

    private void section(String title) {
        lines.add(".SH " + title);
    }

    private void synopsis() {
        lines.add(".nf");
        String synopsis = new CommandLine.Help(spec, CommandLine.Help.defaultColorScheme(Ansi.OFF)).synopsis(0);
        synopsis.stripTrailing().lines().map(ManualPage::text).forEach(lines::add);
        lines.add(".fi");
    }

    private void paragraphs(String... texts) {
        for (String paragraph : texts) {
            lines.add(".PP");
            formatted(paragraph).lines().map(ManualPage::text).forEach(lines::add);
        }
    }

    private void arguments(String title, List<? extends ArgSpec> arguments) {
        List<? extends ArgSpec> shown =
                arguments.stream().filter(argument -> !argument.hidden()).toList();
        if (shown.isEmpty()) {
            return;
        }
        section(title);
        for (ArgSpec argument : shown) {
            entry(
                    argument instanceof CommandLine.Model.OptionSpec option
                            ? String.join(", ", option.names()) + label(option)
                            : label(argument).strip(),
                    String.join(" ", argument.description()));
        }
    }

    private String label(ArgSpec argument) {
        return new CommandLine.Help(spec)
                .parameterLabelRenderer()
                .renderParameterLabel(argument, Ansi.OFF, List.of())
                .toString();
    }

    private void entry(String term, String description) {
        lines.add(".TP");
        lines.add("\\fB" + escaped(term) + "\\fR");
        formatted(description).lines().map(ManualPage::text).forEach(lines::add);
    }

    private void commands() {
        List<CommandSpec> verbs = verbs();
        if (!verbs.isEmpty()) {
            section("COMMANDS");
            verbs.forEach(verb ->
                    entry(verb.name(), String.join(" ", verb.usageMessage().header())));
        }
    }

    private List<CommandSpec> verbs() {
        return command.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(verb -> !verb.usageMessage().hidden())
                .toList();
    }

    private void exitCodes(Map<String, String> codes) {
        if (!codes.isEmpty()) {
            section("EXIT STATUS");
            codes.forEach((code, meaning) -> entry(code.strip(), meaning));
        }
    }

    private void examples(String... examples) {
        if (examples.length > 0) {
            section("EXAMPLES");
            lines.add(".nf");
            for (String example : examples) {
                formatted(example).lines().map(ManualPage::text).forEach(lines::add);
            }
            lines.add(".fi");
        }
    }

    private void related() {
        List<String> pages = new ArrayList<>();
        if (spec.parent() != null) {
            pages.add(spec.parent().qualifiedName("-"));
        }
        verbs().forEach(verb -> pages.add(verb.qualifiedName("-")));
        if (!pages.isEmpty()) {
            section("SEE ALSO");
            lines.add(String.join(
                    ", ",
                    pages.stream()
                            .map(page -> "\\fB" + escaped(page) + "\\fR(1)")
                            .toList()));
        }
    }

    /** In texts of commands, {@code %n} ends a line and {@code %%} is a per cent sign; picocli leaves other signs alone. */
    private static String formatted(String text) {
        return text.replace("%n", "\n").replace("%%", "%");
    }

    /** A line of text: none that begins with a dot or a quote is taken for a macro. */
    private static String text(String line) {
        String escaped = escaped(line);
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti")
                .replace("`", "\\(ga");
    }

    private static String quoted(String word) {
        return '"' + escaped(word) + '"';
    }
}
