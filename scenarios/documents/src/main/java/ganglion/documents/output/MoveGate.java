package ganglion.documents.output;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The gate through which results are moved into place. Moves that belong together pass as one: the end of the process waits for
 * those that have begun, and none begins after that. Threads pass side by side.
 */
public final class MoveGate {

    private static final ReentrantReadWriteLock GATE = new ReentrantReadWriteLock();

    private MoveGate() {}

    /** Moves that belong together. */
    @FunctionalInterface
    public interface Moves {

        /** Short: the user waits for them. */
        void move() throws IOException;
    }

    /** Moves, and waits before if the gate is closed. */
    public static void pass(Moves moves) throws IOException {
        GATE.readLock().lock();
        try {
            moves.move();
        } finally {
            GATE.readLock().unlock();
        }
    }

    /** Waits for the moves that have begun, and lets no other begin. For a thread that ends the process. */
    public static void closeForGood() {
        GATE.writeLock().lock();
    }
}
