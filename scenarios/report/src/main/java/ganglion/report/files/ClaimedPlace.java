package ganglion.report.files;

import ganglion.documents.OutputException;
import ganglion.documents.output.PlaceClaim;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Where one of the results of a call goes, and where no other process writes until this is closed. */
public final class ClaimedPlace implements AutoCloseable {

    private final Path path;
    private final IfExists ifExists;
    private final PlaceClaim claim;

    private ClaimedPlace(Path path, IfExists ifExists, PlaceClaim claim) {
        this.path = path;
        this.ifExists = ifExists;
        this.claim = claim;
    }

    /**
     * Claims the place that the user named, or a new one below {@code runs/}.
     *
     * @param out the folder that the user named; null if none
     * @param several whether the call has other results, too, so that each needs a folder within
     * @param now time for the name of a new folder
     * @throws OutputException saying in one line that nothing can be written there, or that another process writes there
     */
    public static ClaimedPlace of(Path out, String name, boolean several, Instant now) throws OutputException {
        Path place = OutputFolder.of(out, name, several, now);
        return out == null
                ? free(place, PlaceClaim::tryBeside)
                : new ClaimedPlace(place, IfExists.REPLACE, PlaceClaim.beside(place));
    }

    /**
     * The same for a folder whose files are written one by one.
     *
     * @throws OutputException saying in one line that nothing can be written there, or that another process writes there
     */
    public static ClaimedPlace within(Path out, String name, boolean several, Instant now) throws OutputException {
        Path place = OutputFolder.of(out, name, several, now);
        return out == null
                ? free(place, PlaceClaim::tryWithin)
                : new ClaimedPlace(place, IfExists.REPLACE, PlaceClaim.within(place));
    }

    /** A way to claim a place. */
    private interface Claiming {

        Optional<PlaceClaim> claim(Path place) throws OutputException;
    }

    /** The first name that is neither taken nor about to be. */
    private static ClaimedPlace free(Path place, Claiming claiming) throws OutputException {
        for (int number = 1; number <= DirectoryPublisher.MOST_NAMES; number++) {
            Path candidate = DirectoryPublisher.numbered(place, number);
            if (isFree(candidate)) {
                Optional<PlaceClaim> claim = claiming.claim(candidate);
                if (claim.isPresent()) {
                    return new ClaimedPlace(candidate, IfExists.TAKE_ANOTHER_NAME, claim.get());
                }
            }
        }
        throw new OutputException(
                place.toString(),
                new IOException("this name and " + DirectoryPublisher.MOST_NAMES + " that begin with it are taken"));
    }

    private static boolean isFree(Path place) throws OutputException {
        try {
            return DirectoryPublisher.isFree(place);
        } catch (IOException e) {
            throw new OutputException(place, e);
        }
    }

    /** The place, relative if the user named it so. */
    public Path path() {
        return path;
    }

    /** What to do if there is something: a place that the user named is written anew. */
    public IfExists ifExists() {
        return ifExists;
    }

    @Override
    public void close() {
        claim.close();
    }
}
