package ganglion.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.runtime.wire.Inbox.LostPieceException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final byte[] READY = Wire.encode(new Message.Ready(4, 9));

    private static Envelope.Piece piece(long run, int from, long number, boolean last, byte[] bytes) {
        return new Envelope.Piece(run, from, number, last, bytes);
    }

    @Test
    void putsPiecesOfSeveralSendersTogether() throws LostPieceException {
        Inbox inbox = new Inbox(5);
        byte[] restore = Wire.encode(new Message.Restore(new byte[] {1, 2, 3}));
        byte[] start = Arrays.copyOf(restore, 6);
        byte[] rest = Arrays.copyOfRange(restore, 6, restore.length);

        assertEquals(Optional.empty(), inbox.take(piece(5, 1, 0, false, start)));
        assertEquals(Optional.of(new Message.Ready(4, 9)), inbox.take(piece(5, 2, 0, true, READY)));
        Message.Restore whole =
                (Message.Restore) inbox.take(piece(5, 1, 1, true, rest)).orElseThrow();
        assertArrayEquals(new byte[] {1, 2, 3}, whole.state());
        assertEquals(Optional.of(new Message.Ready(4, 9)), inbox.take(piece(5, 1, 2, true, READY)));
    }

    @Test
    void noticesThatAPieceIsMissing() throws LostPieceException {
        Inbox inbox = new Inbox(5);
        inbox.take(piece(5, 1, 0, true, READY));

        LostPieceException lost = assertThrows(LostPieceException.class, () -> inbox.take(piece(5, 1, 2, true, READY)));

        assertEquals(1, lost.sender());
        assertTrue(lost.getMessage().contains("host 1"), lost.getMessage());
    }

    @Test
    void ignoresAnotherRun() throws LostPieceException {
        assertEquals(Optional.empty(), new Inbox(5).take(piece(6, 1, 8, true, READY)));
    }
}
