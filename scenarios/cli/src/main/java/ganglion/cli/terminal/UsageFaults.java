package ganglion.cli.terminal;

import ganglion.documents.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the options in one line, with what was probably meant and where to look it up. */
public final class UsageFaults implements IParameterExceptionHandler {

    /** Commands and options of earlier versions, as regular expressions, with what does their work now. */
    private static final Map<String, String> REPLACED = Map.of(
            "ganglion classify",
            "evaluate MODEL SOUND...",
            "ganglion cost --(set|steps)",
            "--profile with a file that has other figures",
            "ganglion cost --(csv|out)",
            "--json",
            "ganglion hear --(amplitude|bands|ear-transfer|encoder|filters|gain|hop|inhibition|seed|window)",
            "--ear '{frontend: ..., encoder: ...}'",
            "ganglion hear --microphone",
            "ganglion live SCENARIO --microphone",
            "ganglion live --seconds",
            "--duration",
            "ganglion test --again",
            "two runs and ganglion diff",
            "ganglion test --memory",
            "the environment variable GANGLION_JAVA_OPTIONS",
            "ganglion train --cross-validate",
            "hold-out in the experiment's data, once with each seed",
            "ganglion why --divergence",
            "ganglion diff RUN_DIR RUN_DIR");

    private final Console console;

    /** @param console to print on */
    public UsageFaults(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandSpec command = fault.getCommandLine().getCommandSpec();
        String name = command.qualifiedName();
        console.errorLine(name + ": " + message(fault, command, List.of(arguments)) + " (see '" + name + " --help')");
        return ExitCode.BAD_INPUT.number();
    }

    private static String message(ParameterException fault, CommandSpec command, List<String> words) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing.getMissing(), words);
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + ": found it twice, expected it once";
        }
        if (fault instanceof MutuallyExclusiveArgsException || fault instanceof MaxValuesExceededException) {
            return tooMany(command, words);
        }
        ArgSpec place = fault.getArgSpec();
        if (place != null && fault.getCause() instanceof TypeConversionException value) {
            return name(place) + ": " + value.getMessage();
        }
        if (place != null && place.typeInfo().isMap()) {
            return name(place) + ": found '" + fault.getValue() + "', expected " + place.paramLabel();
        }
        return fault.getMessage();
    }

    /** An option that is among the words is there, but its value is not. */
    private static String missing(List<ArgSpec> missing, List<String> words) {
        for (ArgSpec place : missing) {
            if (place instanceof OptionSpec option && Stream.of(option.names()).anyMatch(words::contains)) {
                return name(place) + ": found no value, expected " + place.paramLabel();
            }
        }
        if (missing.size() > 1
                && missing.get(0).group() != null
                && missing.get(0).group().exclusive()) {
            return "found none of "
                    + missing.stream().map(UsageFaults::nameAndValue).sorted().collect(Collectors.joining(", "))
                    + ", expected one of them";
        }
        return "found no "
                + missing.stream().map(UsageFaults::nameAndValue).collect(Collectors.joining(" and no "))
                + ", which " + (missing.size() == 1 ? "is" : "are") + " required";
    }

    /** Options that exclude each other, or one of them more than once. */
    private static String tooMany(CommandSpec command, List<String> words) {
        List<String> known = command.argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .flatMap(group -> group.allOptionsNested().stream())
                .map(OptionSpec::longestName)
                .toList();
        List<String> found = words.stream()
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(known::contains)
                .distinct()
                .toList();
        return found.size() == 1
                ? found.get(0) + ": found it twice, expected it once"
                : "found " + String.join(" and ", found) + ", expected one of them";
    }

    private static String nameAndValue(ArgSpec place) {
        return place instanceof OptionSpec option
                ? option.longestName() + " " + place.paramLabel()
                : place.paramLabel();
    }

    private static String name(ArgSpec place) {
        return place instanceof OptionSpec option ? option.longestName() : place.paramLabel();
    }

    private static String unmatched(UnmatchedArgumentException fault, CommandSpec command) {
        // --thread=2 means --thread
        String word = fault.getUnmatched().get(0);
        String name = fault.isUnknownOption() ? word.replaceFirst("=.*", "") : word;
        Set<String> known = fault.isUnknownOption()
                ? command.optionsMap().keySet()
                : command.subcommands().keySet();
        if (known.isEmpty()) {
            return "found '" + word + "' where nothing more is expected";
        }
        return "there is no " + (fault.isUnknownOption() ? "option " : "command ") + name
                + replacement(command.qualifiedName() + " " + name).orElseGet(() -> Suggestions.hint(name, known));
    }

    private static Optional<String> replacement(String words) {
        return REPLACED.entrySet().stream()
                .filter(entry -> words.matches(entry.getKey()))
                .map(entry -> ", expected " + entry.getValue())
                .findFirst();
    }
}
