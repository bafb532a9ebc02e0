package ganglion.scenario.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.suite.WorkerLoop.WorkerRequests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker learns of the suite that it works for. */
class WorkerRequestsTest {

    private static final int PATIENCE_SECONDS = 60;

    private final PipedWriter suite = new PipedWriter();
    private final CountDownLatch abandoned = new CountDownLatch(1);

    private WorkerRequests reader;

    @BeforeEach
    void connect() throws IOException {
        reader = new WorkerRequests(new BufferedReader(new PipedReader(suite)), abandoned::countDown);
    }

    @Test
    void theEndOfTheSuiteDuringACaseIsToldAtOnce() throws Exception {
        suite.write("one\n");
        suite.flush();
        assertEquals(Optional.of("one"), reader.next());

        suite.close();

        assertTrue(abandoned.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "not told");
    }

    @Test
    void theEndOfTheSuiteBetweenCasesIsNoSurprise() throws Exception {
        suite.close();

        assertEquals(Optional.empty(), reader.next());
        assertEquals(1, abandoned.getCount());
    }
}
