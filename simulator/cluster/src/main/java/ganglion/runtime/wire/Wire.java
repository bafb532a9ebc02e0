package ganglion.runtime.wire;

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
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The form in which messages travel: one byte for the kind, then the fields; numbers big-endian. Nodes of other versions of the
 * program may have another form, and are refused before anything but {@link Message.Prepare} is sent.
 */
public final class Wire {

    /** Kinds by number; the order must not change. */
    private static final List<Class<? extends Message>> KINDS = List.of(
            Message.Prepare.class,
            Message.Refused.class,
            Message.Built.class,
            Message.LayOut.class,
            Message.LaidOut.class,
            Message.Restore.class,
            Message.Begin.class,
            Message.Ready.class,
            Message.Run.class,
            Message.Deliver.class,
            Message.Heard.class,
            Message.Question.class,
            Message.Answer.class,
            Message.NoAnswer.class,
            Message.Failed.class,
            Message.Missed.class,
            Message.Release.class,
            Message.Still.class);

    private Wire() {}

    public static byte[] encode(Message message) {
        WireOutput out = new WireOutput();
        out.writeByte(KINDS.indexOf(message.getClass()));
        if (message instanceof Message.Deliver deliver) {
            write(deliver.mail(), out);
        } else if (message instanceof Message.Heard heard) {
            write(heard.report(), out);
            out.writeLong(heard.work().synapticEvents());
            out.writeLong(heard.work().busyNanoseconds());
            out.writeLong(heard.work().waitingNanoseconds());
        } else if (message instanceof Message.Run run) {
            out.writeLong(run.leave().until());
            out.writeLong(run.leave().quiet());
        } else if (message instanceof Message.Question question) {
            out.writeLong(question.number());
            out.writeByte(question.topic().ordinal());
            out.writeLong(question.tick());
            out.writeInt(question.population());
        } else if (message instanceof Message.Answer answer) {
            out.writeInt(answer.host());
            out.writeLong(answer.number());
            out.writeBytes(answer.bytes());
        } else if (message instanceof Message.NoAnswer none) {
            out.writeInt(none.host());
            out.writeLong(none.number());
            out.writeText(none.reason());
        } else {
            writeSetUp(message, out);
        }
        return out.toBytes();
    }

    /** The messages of which a run has few. */
    private static void writeSetUp(Message message, WireOutput out) {
        if (message instanceof Message.Prepare prepare) {
            out.writeText(prepare.version());
            out.writeBytes(prepare.job());
            out.writeInt(prepare.node());
            write(prepare.assignment(), out);
            out.writeTexts(prepare.traced());
            out.writeLong(prepare.ticks());
            out.writeText(prepare.leader());
        } else if (message instanceof Message.Refused refused) {
            out.writeInt(refused.node());
            out.writeText(refused.reason());
            out.writeBoolean(refused.busy());
        } else if (message instanceof Message.Built built) {
            out.writeInt(built.node());
            write(built.summary(), out);
            out.writeLong(built.fingerprint());
        } else if (message instanceof Message.LayOut layOut) {
            write(layOut.whole(), out);
        } else if (message instanceof Message.LaidOut laidOut) {
            out.writeInt(laidOut.node());
            out.writeTexts(laidOut.hosts());
            write(laidOut.inputs(), out);
        } else if (message instanceof Message.Restore restore) {
            out.writeBytes(restore.state());
        } else if (message instanceof Message.Begin begin) {
            out.writeLong(begin.from());
            write(begin.inputs(), out);
            out.writeTexts(begin.hosts());
        } else if (message instanceof Message.Ready ready) {
            out.writeInt(ready.host());
            out.writeLong(ready.nextTick());
        } else if (message instanceof Message.Failed failed) {
            out.writeInt(failed.from());
            out.writeText(failed.reason());
            out.writeBoolean(failed.outOfMemory());
        } else if (message instanceof Message.Missed missed) {
            out.writeInt(missed.from());
            out.writeInt(missed.sender());
        }
    }

    /** @throws IllegalArgumentException if the bytes are no message */
    public static Message decode(byte[] bytes) {
        WireInput in = new WireInput(bytes);
        try {
            int kind = in.readByte();
            if (kind < 0 || kind >= KINDS.size()) {
                throw new IllegalArgumentException(
                        "found a message of kind " + kind + ", expected 0 to " + (KINDS.size() - 1));
            }
            Message message = read(KINDS.get(kind), in);
            in.checkEnd();
            return message;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("found a message that ends early", e);
        }
    }

    private static Message read(Class<? extends Message> kind, WireInput in) {
        if (kind == Message.Deliver.class) {
            return new Message.Deliver(readMail(in));
        } else if (kind == Message.Heard.class) {
            return new Message.Heard(readReport(in), new HostWork(in.readLong(), in.readLong(), in.readLong()));
        } else if (kind == Message.Run.class) {
            return new Message.Run(new Leave(in.readLong(), in.readLong()));
        } else if (kind == Message.Question.class) {
            return new Message.Question(in.readLong(), topic(in.readByte()), in.readLong(), in.readInt());
        } else if (kind == Message.Answer.class) {
            return new Message.Answer(in.readInt(), in.readLong(), in.readBytes());
        } else if (kind == Message.NoAnswer.class) {
            return new Message.NoAnswer(in.readInt(), in.readLong(), in.readText());
        }
        return readSetUp(kind, in);
    }

    private static Message.Topic topic(int number) {
        Message.Topic[] topics = Message.Topic.values();
        if (number < 0 || number >= topics.length) {
            throw new IllegalArgumentException("found a question about " + number);
        }
        return topics[number];
    }

    private static Message readSetUp(Class<? extends Message> kind, WireInput in) {
        if (kind == Message.Prepare.class) {
            return new Message.Prepare(
                    in.readText(),
                    in.readBytes(),
                    in.readInt(),
                    readAssignment(in),
                    in.readTexts(),
                    in.readLong(),
                    in.readText());
        } else if (kind == Message.Refused.class) {
            return new Message.Refused(in.readInt(), in.readText(), in.readBoolean());
        } else if (kind == Message.Built.class) {
            return new Message.Built(in.readInt(), readSummary(in), in.readLong());
        } else if (kind == Message.LayOut.class) {
            return new Message.LayOut(readSummary(in));
        } else if (kind == Message.LaidOut.class) {
            return new Message.LaidOut(in.readInt(), in.readTexts(), in.readList(Wire::readInputs));
        } else if (kind == Message.Restore.class) {
            return new Message.Restore(in.readBytes());
        } else if (kind == Message.Begin.class) {
            return new Message.Begin(in.readLong(), in.readList(Wire::readInputs), in.readTexts());
        } else if (kind == Message.Ready.class) {
            return new Message.Ready(in.readInt(), in.readLong());
        } else if (kind == Message.Failed.class) {
            return new Message.Failed(in.readInt(), in.readText(), in.readBoolean());
        } else if (kind == Message.Missed.class) {
            return new Message.Missed(in.readInt(), in.readInt());
        }
        return kind == Message.Still.class ? new Message.Still() : new Message.Release();
    }

    private static void write(Mail mail, WireOutput out) {
        out.writeInt(mail.from());
        out.writeBoolean(mail.worked());
        out.writeLongs(mail.horizons());
        writeSpikes(mail.spikes(), out);
    }

    private static Mail readMail(WireInput in) {
        return new Mail(in.readInt(), in.readBoolean(), in.readLongs(), in.readList(Wire::readSpikes));
    }

    private static void write(Report report, WireOutput out) {
        out.writeInt(report.host());
        out.writeLong(report.completed());
        out.writeBoolean(report.waiting());
        out.writeLong(report.nextTick());
        out.writeLongs(report.sent());
        out.writeLongs(report.received());
        writeSpikes(report.spikes(), out);
    }

    private static Report readReport(WireInput in) {
        return new Report(
                in.readInt(),
                in.readLong(),
                in.readBoolean(),
                in.readLong(),
                in.readLongs(),
                in.readLongs(),
                in.readList(Wire::readSpikes));
    }

    /** Ticks are counted from the first of a batch: a window is short. */
    private static void writeSpikes(List<CoreSpikes> all, WireOutput out) {
        out.writeInt(all.size());
        for (CoreSpikes spikes : all) {
            SpikeBatch batch = spikes.spikes();
            out.writeInt(spikes.core());
            out.writeInt(batch.size());
            long first = batch.size() == 0 ? 0 : batch.tick(0);
            out.writeLong(first);
            for (int i = 0; i < batch.size(); i++) {
                out.writeInt(Math.toIntExact(batch.tick(i) - first));
                out.writeInt(batch.neuron(i));
            }
        }
    }

    private static CoreSpikes readSpikes(WireInput in) {
        int core = in.readInt();
        int size = in.readCount(2 * Integer.BYTES);
        long first = in.readLong();
        long[] ticks = new long[size];
        int[] neurons = new int[size];
        for (int i = 0; i < size; i++) {
            ticks[i] = first + in.readInt();
            neurons[i] = in.readInt();
        }
        return new CoreSpikes(core, SpikeBatch.copyOf(ticks, neurons, size));
    }

    private static void write(List<CoreInputs> inputs, WireOutput out) {
        out.writeInt(inputs.size());
        for (CoreInputs input : inputs) {
            out.writeInts(input.sources());
            out.writeInts(input.lookaheads());
        }
    }

    private static CoreInputs readInputs(WireInput in) {
        return new CoreInputs(in.readInts(), in.readInts());
    }

    private static void write(Assignment assignment, WireOutput out) {
        out.writeInt(assignment.partition().cores().size());
        for (List<HostedNeurons> core : assignment.partition().cores()) {
            out.writeInt(core.size());
            for (HostedNeurons run : core) {
                out.writeInt(run.population());
                out.writeInt(run.first());
                out.writeInt(run.size());
                out.writeInt(run.perActor());
            }
        }
        out.writeInts(assignment.hostOf());
        out.writeInt(assignment.nodes());
        out.writeInt(assignment.threads());
    }

    private static Assignment readAssignment(WireInput in) {
        List<List<HostedNeurons>> cores = new ArrayList<>();
        int count = in.readCount(Integer.BYTES);
        for (int core = 0; core < count; core++) {
            cores.add(
                    in.readList(run -> new HostedNeurons(run.readInt(), run.readInt(), run.readInt(), run.readInt())));
        }
        return new Assignment(new Partition(cores), in.readInts(), in.readInt(), in.readInt());
    }

    private static void write(NetworkSummary summary, WireOutput out) {
        out.writeInt(summary.projections().size());
        for (SynapseSummary synapses : summary.projections()) {
            out.writeLong(synapses.count());
            out.writeInt(synapses.smallestDelayTicks());
            out.writeInt(synapses.largestDelayTicks());
            out.writeBoolean(synapses.uniformWeight().isPresent());
            out.writeDouble(synapses.uniformWeight().orElse(0));
            out.writeBoolean(synapses.isMatrix());
        }
    }

    private static NetworkSummary readSummary(WireInput in) {
        return new NetworkSummary(in.readList(Wire::readSynapses));
    }

    private static SynapseSummary readSynapses(WireInput in) {
        long count = in.readLong();
        int smallest = in.readInt();
        int largest = in.readInt();
        boolean uniform = in.readBoolean();
        double weight = in.readDouble();
        return new SynapseSummary(
                count,
                smallest,
                largest,
                uniform ? OptionalDouble.of(weight) : OptionalDouble.empty(),
                in.readBoolean());
    }
}
