package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that is stopped for a while, as by Ctrl-Z or a laptop that is closed; it goes on as if nothing had happened. */
record Paused(Moment moment, Duration length) implements Disturbance {

    @Override
    public void strike(Running process, Reference undisturbed) throws IOException, InterruptedException {
        moment.await(process, undisturbed);
        process.hold();
        Running.pass(length.toNanos());
        process.signal("CONT");
    }

    @Override
    public List<String> broken(Ended ended, Path folder) {
        return List.of("exit code " + ended.code() + " after a pause: " + ended.errors());
    }

    @Override
    public String kind() {
        return "pause";
    }

    @Override
    public String toString() {
        return "pause of " + length.toMillis() + " ms at " + moment;
    }
}
