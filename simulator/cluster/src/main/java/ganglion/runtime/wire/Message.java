package ganglion.runtime.wire;

import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.schedule.CoreInputs;
import ganglion.kernel.schedule.Leave;
import ganglion.kernel.schedule.Mail;
import ganglion.kernel.schedule.Report;
import java.util.List;

/** What the leader, the nodes and the hosts of a run tell each other. {@link Wire} has the form in which it travels. */
public sealed interface Message {

    /**
     * Leader to node: build a share of a network.
     *
     * @param version of the program that sends
     * @param job what {@code NetworkSource} makes a network of
     * @param node number of the node in this run, from 0
     * @param assignment who has what
     * @param traced names of the populations whose membrane potentials are recorded
     * @param ticks length of the run
     * @param leader the reference of the leader, as text
     */
    record Prepare(
            String version, byte[] job, int node, Assignment assignment, List<String> traced, long ticks, String leader)
            implements Message {}

    /**
     * Node to leader: the share is built.
     *
     * @param summary of the synapses here
     * @param fingerprint of the synapses here; those of all nodes add up
     */
    record Built(int node, NetworkSummary summary, long fingerprint) implements Message {}

    /**
     * Node to leader: it does not take part, and why, in one line.
     *
     * @param busy whether it only has other work
     */
    record Refused(int node, String reason, boolean busy) implements Message {}

    /** Leader to node: lay out cores of a share of such a network. */
    record LayOut(NetworkSummary whole) implements Message {}

    /**
     * Node to leader: the cores are laid out.
     *
     * @param hosts the references of its hosts, as text, in the order of their numbers
     * @param inputs of its cores, in the order of their numbers
     */
    record LaidOut(int node, List<String> hosts, List<CoreInputs> inputs) implements Message {}

    /** Leader to host: begin with this state. The bytes are those of a {@code HostState}. */
    record Restore(byte[] state) implements Message {}

    /**
     * Leader to host: get ready to run.
     *
     * @param from tick at which the run begins, or continues
     * @param inputs of all cores, by number
     * @param hosts the references of all hosts, as text
     */
    record Begin(long from, List<CoreInputs> inputs, List<String> hosts) implements Message {}

    /** Host to leader: it can run; the earliest tick at which a core of it has something to do. */
    record Ready(int host, long nextTick) implements Message {}

    /** Leader to host: run as far as this allows. */
    record Run(Leave leave) implements Message {}

    /** Host to host. */
    record Deliver(Mail mail) implements Message {}

    /** Host to leader: how far it has come, and what it has done for that. */
    record Heard(Report report) implements Message {}

    /**
     * Leader to host at rest: a question about its neurons.
     *
     * @param number of the question, which its answer has, too
     * @param tick all ticks before it are complete
     * @param population index, where it is about one
     * @param state index among the states of the population, where it is about one
     */
    record Question(long number, Topic topic, long tick, int population, int state) implements Message {}

    /** What a question is about. */
    enum Topic {
        /** Membrane potentials of a population. */
        POTENTIALS,
        /** A state of a population. */
        STATES,
        /** Weights of the plastic projections, and counts. */
        WEIGHTS,
        /** Counts of synaptic events and updates. */
        ACTIVITY,
        /** The state of the neurons and all that a result holds. */
        STATE,
        /** What a result holds: weights, traces, counts. */
        RESULT
    }

    /** Host to leader: the answer, in the form that belongs to the topic. */
    record Answer(int host, long number, byte[] bytes) implements Message {}

    /** Host to leader: the question cannot be answered, and why. */
    record NoAnswer(int host, long number, String reason) implements Message {}

    /**
     * Anyone to the leader: the run cannot go on.
     *
     * @param outOfMemory whether the heap is full
     */
    record Failed(int from, String reason, boolean outOfMemory) implements Message {}

    /** Anyone to the leader: a piece of a message was lost on the way. */
    record Missed(int from, int sender) implements Message {}

    /**
     * Says nothing, but has a number like every message: after a silence it shows whether the last one before it was lost. From the
     * leader to all, and from each of them to all whom it has told anything.
     */
    record Still() implements Message {}

    /** Leader to node: the run has ended. */
    record Release() implements Message {}
}
