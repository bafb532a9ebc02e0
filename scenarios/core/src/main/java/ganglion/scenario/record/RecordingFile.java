package ganglion.scenario.record;

import java.io.Closeable;

/** A file that grows as the run goes. */
interface RecordingFile extends Closeable {

    /** Writes what is buffered to disk. */
    void flush();
}
