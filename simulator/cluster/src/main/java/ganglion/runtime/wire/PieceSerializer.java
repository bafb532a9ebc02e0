package ganglion.runtime.wire;

import akka.serialization.ByteBufferSerializer;
import akka.serialization.SerializerWithStringManifest;
import java.nio.ByteBuffer;

/** Writes pieces of messages straight into the buffers of the transport. The manifest is the version of the form. */
public final class PieceSerializer extends SerializerWithStringManifest implements ByteBufferSerializer {

    /** No other serialiser of the actor system has this number. */
    private static final int IDENTIFIER = 1_478_203_544;

    private static final String VERSION = "1";

    /** Bytes beside those of the message: run, sender, number, whether it is the last. */
    private static final int HEAD_BYTES = 2 * Long.BYTES + Integer.BYTES + Byte.BYTES;

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object message) {
        return VERSION;
    }

    @Override
    public byte[] toBinary(Object message) {
        Envelope.Piece piece = (Envelope.Piece) message;
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + piece.bytes().length);
        toBinary(piece, buffer);
        return buffer.array();
    }

    @Override
    public void toBinary(Object message, ByteBuffer buffer) {
        Envelope.Piece piece = (Envelope.Piece) message;
        buffer.putLong(piece.run());
        buffer.putInt(piece.from());
        buffer.putLong(piece.number());
        buffer.put((byte) (piece.last() ? 1 : 0));
        buffer.put(piece.bytes());
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
        return fromBinary(ByteBuffer.wrap(bytes), manifest);
    }

    /** @throws IllegalArgumentException if the piece has another form */
    @Override
    public Object fromBinary(ByteBuffer buffer, String manifest) {
        if (!VERSION.equals(manifest)) {
            throw new IllegalArgumentException("found a piece of version " + manifest + ", expected " + VERSION);
        }
        if (buffer.remaining() < HEAD_BYTES) {
            throw new IllegalArgumentException(
                    "found a piece of " + buffer.remaining() + " bytes, expected at least " + HEAD_BYTES);
        }
        long run = buffer.getLong();
        int from = buffer.getInt();
        long number = buffer.getLong();
        boolean last = buffer.get() != 0;
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return new Envelope.Piece(run, from, number, last, bytes);
    }
}
