package ganglion.live.session;

import ganglion.documents.InputException;
import ganglion.live.run.LiveScenario;
import java.util.List;

/** The scenarios that a session can go on with. */
public interface SessionScenarios {

    /** None but the one that it began with. */
    SessionScenarios NONE = new SessionScenarios() {
        @Override
        public List<String> names() {
            return List.of();
        }

        @Override
        public LiveScenario open(String name) {
            throw new IllegalArgumentException("there is no other scenario");
        }
    };

    /** Their names. */
    List<String> names();

    /**
     * Reads one.
     *
     * @param name one of {@link #names}
     * @throws InputException if it cannot be used
     */
    LiveScenario open(String name) throws InputException;
}
