package ganglion.cli.chaos;

import ganglion.cli.chaos.Running.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that happens to a command. Its {@code toString} is what the table of a campaign shows. */
interface Disturbance {

    /** Prepares the empty folder or what an earlier command left there, and says how the command is to be started. */
    default Launch prepare(Path folder, Reference undisturbed) throws IOException, InterruptedException {
        return Launch.PLAIN;
    }

    /** Happens while the command runs. */
    default void strike(Running process, Reference undisturbed) throws IOException, InterruptedException {}

    /** What of its exit code and its errors is not as promised, for a command that did not end as if undisturbed. */
    List<String> broken(Ended ended, Path folder);

    /** Ends it, as a user does before the next command. */
    default void lift(Path folder) throws IOException, InterruptedException {}

    /** The kind of disturbance, for counting. */
    String kind();
}
