package ganglion.documents.place;

import java.io.Serial;

/** A value that cannot be, with the place that it stands at. */
public final class PlacedException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Place place;

    public PlacedException(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Notes what is wrong, where it is. */
    public static void note(IllegalArgumentException problem, Place otherwise) {
        Place place = problem instanceof PlacedException placed ? placed.place : otherwise;
        place.problem(problem.getMessage());
    }
}
