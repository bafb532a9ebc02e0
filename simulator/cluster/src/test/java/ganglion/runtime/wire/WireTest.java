package ganglion.runtime.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.core.HostedNeurons;
import ganglion.kernel.event.SpikeBatch;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.kernel.schedule.CoreSpikes;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Mail;
import ganglion.kernel.schedule.Partition;
import ganglion.kernel.schedule.Report;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

    private static final CoreSpikes SPIKES =
            new CoreSpikes(7, SpikeBatch.copyOf(new long[] {1L << 40, (1L << 40) + 3}, new int[] {5, 0}, 2));

    private static final NetworkSummary SUMMARY = new NetworkSummary(List.of(
            new SynapseSummary(1L << 33, 2, 9, OptionalDouble.empty(), false),
            new SynapseSummary(3, 4, 4, OptionalDouble.of(-0.0), true)));

    private static final Assignment ASSIGNMENT = new Assignment(
            new Partition(List.of(
                    List.of(new HostedNeurons(0, 0, 3, 2), new HostedNeurons(2, 1, 1)),
                    List.of(new HostedNeurons(0, 3, 2)))),
            new int[] {1, 0},
            2,
            1);

    private static final List<CoreInputs> INPUTS =
            List.of(new CoreInputs(new int[] {1}, new int[] {15}), new CoreInputs(new int[0], new int[0]));

    static Stream<Message> messages() {
        return Stream.of(
                new Message.Prepare(
                        "0.1", new byte[] {1, 2}, 3, ASSIGNMENT, List.of("a", "\u00fc"), 1L << 35, "akka://x"),
                new Message.Refused(1, "because", true),
                new Message.Built(2, SUMMARY, -5),
                new Message.LayOut(SUMMARY),
                new Message.LaidOut(1, List.of("h0", "h1"), INPUTS),
                new Message.Restore(new byte[300]),
                new Message.Begin(12, INPUTS, List.of("h0")),
                new Message.Ready(4, Long.MAX_VALUE),
                new Message.Run(new Leave(9, 8)),
                new Message.Deliver(new Mail(3, true, new long[] {4, 1L << 50}, List.of(SPIKES))),
                new Message.Heard(
                        new Report(1, 5, false, 6, new long[] {1, 2}, new long[] {3}, List.of(SPIKES, SPIKES))),
                new Message.Question(8, Message.Topic.STATE, 77, 2, 1),
                new Message.Answer(1, 8, new byte[] {9}),
                new Message.NoAnswer(1, 8, "no"),
                new Message.Failed(-2, "full", true),
                new Message.Missed(1, -1),
                new Message.Release(),
                new Message.Still());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsWhatItWrote(Message message) {
        byte[] bytes = Wire.encode(message);

        Message read = Wire.decode(bytes);

        assertEquals(message.getClass(), read.getClass());
        assertArrayEquals(bytes, Wire.encode(read));
    }

    /** Whatever has been cut, added or changed is a message or is refused, and takes no more memory than it has bytes. */
    @ParameterizedTest
    @MethodSource("messages")
    void refusesWhatIsNoMessage(Message message) {
        byte[] bytes = Wire.encode(message);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IllegalArgumentException.class, () -> Wire.decode(cut));
        }
        assertThrows(IllegalArgumentException.class, () -> Wire.decode(Arrays.copyOf(bytes, bytes.length + 1)));
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                Wire.decode(changed);
            } catch (IllegalArgumentException e) {
                // the only way to refuse
            }
        }
    }
}
