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

    /** The same problem with a place: its own if it has one, else the one given. */
    public static PlacedException at(Place place, IllegalArgumentException problem) {
        if (problem instanceof PlacedException placed) {
            return placed;
        }
        PlacedException placed = new PlacedException(place, problem.getMessage());
        placed.initCause(problem);
        return placed;
    }

    /** Notes what is wrong at its own place, or at another if it has none. */
    public static void note(IllegalArgumentException problem, Place enclosing) {
        Place place = problem instanceof PlacedException placed ? placed.place : enclosing;
        place.problem(problem.getMessage());
    }
}
