package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A signal that ends a process, once or twice.
 *
 * @param signal which
 * @param twice whether it is sent again, as by a user who is impatient
 */
record Signalled(Signal signal, Moment moment, boolean twice) implements Disturbance {

    /** What a second signal ends with: the process does not wait for the first. */
    private static final int AT_ONCE = 130;

    /** A signal with its number. */
    enum Signal {
        KILL(9),
        TERM(15),
        INT(2);

        private final int number;

        Signal(int number) {
            this.number = number;
        }
    }

    @Override
    public void strike(Running process, Reference undisturbed) throws IOException, InterruptedException {
        moment.await(process, undisturbed);
        process.hold();
        process.signal(signal.name());
        process.signal("CONT");
        if (twice) {
            Running.pass();
            process.signal(signal.name());
        }
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        List<String> lines = new ArrayList<>();
        boolean promised = ended.code() == 128 + signal.number || twice && ended.code() == AT_ONCE;
        if (!promised) {
            lines.add("exit code " + ended.code() + ", expected " + (128 + signal.number));
        }
        ended.errors().stream()
                .filter(line -> !line.startsWith("ganglion: stopping"))
                .forEach(line -> lines.add("said: " + line));
        return lines;
    }

    @Override
    public String kind() {
        return signal + (twice ? " twice" : "");
    }

    @Override
    public String toString() {
        return kind() + " at " + moment;
    }
}
