package ganglion.api;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A file or folder that cannot be written: the disk is full, or something that Ganglion did not write is in its place. What was there stays. */
@API(status = Status.STABLE, since = "0.2")
public final class FailedOutputException extends GanglionException {

    private static final long serialVersionUID = 1;

    FailedOutputException(String message, Throwable cause) {
        super(List.of(new Fault("", 0, "", message)), cause);
    }
}
