package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How long the parts of a training take, one after the other. */
public final class WallClock {

    private final ObjectNode seconds = JsonNodeFactory.instance.objectNode();
    private final long start = System.nanoTime();
    private long latest = start;

    /** Ends a part. */
    public void end(String part) {
        long now = System.nanoTime();
        seconds.put(part + "Seconds", (now - latest) / 1e9);
        latest = now;
    }

    /** Seconds of each part, and of all until now. */
    public ObjectNode json() {
        return seconds.put("totalSeconds", (System.nanoTime() - start) / 1e9);
    }
}
