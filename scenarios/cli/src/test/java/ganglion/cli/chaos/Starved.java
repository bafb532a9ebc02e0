package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is promised to a command that gets too little: exit code 2, and a line that says of what. */
final class Starved {

    private static final int SURROUNDINGS = 2;

    private Starved() {}

    /** @param tells whether a line names what there was too little of */
    static List<String> broken(Ended ended, Predicate<String> tells) {
        List<String> lines = new ArrayList<>();
        if (ended.code() != SURROUNDINGS) {
            lines.add("exit code " + ended.code() + ", expected 2");
        }
        if (ended.errors().stream().noneMatch(tells)) {
            lines.add("no line tells what there was too little of");
        }
        if (ended.errors().size() > 2 || !lines.isEmpty()) {
            ended.errors().stream().limit(5).forEach(line -> lines.add("said: " + line));
        }
        return lines;
    }
}
