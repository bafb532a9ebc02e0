package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is promised to a command that gets too little: an exit code, and no lines but such as say of what. */
final class Starved {

    /** The exit code where the surroundings are at fault. */
    static final int SURROUNDINGS = 2;

    /** The exit code of a full heap, which may be a fault of Ganglion. */
    static final int FAULT = 3;

    private Starved() {}

    /**
     * What is not so.
     *
     * @param tells whether a line names what there was too little of
     */
    static List<String> broken(Ended ended, Set<Integer> codes, Predicate<String> tells) {
        List<String> lines = new ArrayList<>();
        if (!codes.contains(ended.code())) {
            lines.add("exit code " + ended.code() + ", expected one of " + codes);
        }
        if (ended.errors().isEmpty()) {
            lines.add("no line tells what there was too little of");
        }
        ended.errors().stream().filter(tells.negate()).forEach(line -> lines.add("said: " + line));
        return lines;
    }
}
