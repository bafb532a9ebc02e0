package ganglion.cli.verb;

import ganglion.cli.terminal.Console;
import ganglion.cli.terminal.FaultReport;
import ganglion.cli.terminal.StopSignal;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import picocli.CommandLine;

/**
 * What a command works with while it runs.
 *
 * @param console where it prints
 * @param faults reports a fault that does not end the command
 * @param stop says when the work is to end early
 * @param words the whole command line
 */
public record Invocation(Console console, FaultReport faults, StopSignal stop, List<String> words) {

    /**
     * Finds what other modules add to a verb, and adds their options to it. Finds nothing for a command line that has only options of the
     * verb itself: the search opens every jar of the class path, which takes longer than to start a short run.
     *
     * @param type of what they add; its fields are annotated for picocli
     */
    <T> List<T> extensions(CommandLine verb, Class<T> type) {
        Set<String> own = verb.getCommandSpec().optionsMap().keySet();
        boolean plain = words.stream()
                .filter(word -> word.startsWith("-"))
                .map(word -> word.replaceFirst("=.*", ""))
                .allMatch(own::contains);
        if (plain && words.contains(verb.getCommandName())) {
            return List.of();
        }
        List<T> found = ServiceLoader.load(type, Invocation.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        found.forEach(each -> verb.addMixin(each.getClass().getSimpleName(), each));
        return found;
    }
}
