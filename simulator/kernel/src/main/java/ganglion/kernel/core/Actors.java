package ganglion.kernel.core;

import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.Visit;
import java.util.Arrays;

/**
 * A run of neurons as actors, side by side. Each actor is a group of its own: it holds the state of its neurons, which nobody
 * else touches, takes in what reaches them at a tick, and says which of them fire and when it wants to be visited again. All that
 * comes before, finding the synapses of a spike and adding them up, is done once for all actors of the core.
 *
 * <p>Not thread-safe: owned by one core.
 */
final class Actors implements NeuronGroup {

    private static final int NONE = -1;

    private final NeuronGroup[] actors;
    private final int size;
    private final int perActor;

    /** Sums that a neuron has at a tick. */
    private final int channels;

    /** For each actor the next tick at which it wants to be visited as a whole. */
    private final long[] ownTicks;

    /** The earliest of these; too early if {@link #ownTickPassed}. */
    private long ownTick;

    private boolean ownTickPassed;

    /** What one actor does at a visit, by its own numbers; reused. */
    private final Visit done = new Visit();

    /** The input of one actor, channel after channel, if there are several; zero between visits. */
    private final double[] input;

    /** The neurons of one actor that are to be visited, by its own numbers. */
    private final IntList listed = new IntList();

    /** For each actor the place of its last neuron in the list at hand; {@link #NONE} between visits. */
    private final int[] lastPlace;

    /** For each place in the list that of the neuron of the same actor before it. */
    private int[] placeBefore = new int[16];

    private Actors(NeuronModel model, HostedNeurons run) {
        size = run.size();
        perActor = run.perActor();
        channels = model.inputChannels();
        actors = new NeuronGroup[(size - 1) / perActor + 1];
        ownTicks = new long[actors.length];
        for (int actor = 0; actor < actors.length; actor++) {
            actors[actor] = model.createGroup(run.first() + first(actor), size(actor));
        }
        input = new double[channels == 1 ? 0 : channels * perActor];
        lastPlace = new int[actors.length];
        Arrays.fill(lastPlace, NONE);
        askAll();
    }

    /** The state of a run of neurons before the first tick: of all actors, or of the one if there is one. */
    static NeuronGroup of(NeuronModel model, HostedNeurons run) {
        return run.perActor() < run.size() ? new Actors(model, run) : model.createGroup(run.first(), run.size());
    }

    /** Position of an actor's first neuron in the run. */
    private int first(int actor) {
        return actor * perActor;
    }

    /** Number of an actor's neurons. */
    private int size(int actor) {
        return Math.min(perActor, size - first(actor));
    }

    @Override
    public void visitAll(long tick, double[] all, int offset, Visit visit) {
        for (int actor = 0; actor < actors.length; actor++) {
            if (channels == 1) {
                actors[actor].visitAll(tick, all, offset + first(actor), done);
            } else {
                takeInput(actor, all, offset);
                actors[actor].visitAll(tick, input, 0, done);
            }
            tell(actor, visit);
        }
    }

    @Override
    public void visitAllReached(long tick, double[] all, int offset, int[] reached, int count, Visit visit) {
        sortOut(reached, count);
        for (int actor = 0; actor < actors.length; actor++) {
            if (lastPlace[actor] == NONE && ownTicks[actor] != tick) {
                continue;
            }
            list(actor, reached);
            if (channels == 1) {
                int start = offset + first(actor);
                actors[actor].visitAllReached(tick, all, start, listed.values(), listed.size(), done);
            } else {
                takeListedInput(actor, all, offset);
                actors[actor].visitAllReached(tick, input, 0, listed.values(), listed.size(), done);
            }
            tell(actor, visit);
        }
    }

    @Override
    public void visit(long tick, double[] all, int offset, int[] neurons, int count, Visit visit) {
        sortOut(neurons, count);
        for (int place = count - 1; place >= 0; place--) {
            int actor = neurons[place] / perActor;
            if (lastPlace[actor] == NONE) {
                continue;
            }
            list(actor, neurons);
            if (channels == 1) {
                actors[actor].visit(tick, all, offset + first(actor), listed.values(), listed.size(), done);
            } else {
                takeListedInput(actor, all, offset);
                actors[actor].visit(tick, input, 0, listed.values(), listed.size(), done);
            }
            tell(actor, visit);
        }
    }

    /** Finds out which neurons of a list are whose. */
    private void sortOut(int[] neurons, int count) {
        if (placeBefore.length < count) {
            placeBefore = new int[2 * count];
        }
        for (int place = 0; place < count; place++) {
            int actor = neurons[place] / perActor;
            placeBefore[place] = lastPlace[actor];
            lastPlace[actor] = place;
        }
    }

    /** Lists those that are an actor's. */
    private void list(int actor, int[] neurons) {
        listed.clear();
        for (int place = lastPlace[actor]; place != NONE; place = placeBefore[place]) {
            listed.add(neurons[place] - first(actor));
        }
        lastPlace[actor] = NONE;
    }

    /** Moves the input of an actor to where its channels follow each other. */
    private void takeInput(int actor, double[] all, int offset) {
        int count = size(actor);
        for (int channel = 0; channel < channels; channel++) {
            int start = offset + channel * size + first(actor);
            System.arraycopy(all, start, input, channel * count, count);
            Arrays.fill(all, start, start + count, 0);
        }
    }

    /** The same for the listed neurons; one that is listed again has its input moved already. */
    private void takeListedInput(int actor, double[] all, int offset) {
        for (int channel = 0; channel < channels; channel++) {
            int start = offset + channel * size + first(actor);
            for (int i = 0; i < listed.size(); i++) {
                input[channel * size(actor) + listed.get(i)] += all[start + listed.get(i)];
                all[start + listed.get(i)] = 0;
            }
        }
    }

    /** Passes on what an actor has done at its visit. */
    private void tell(int actor, Visit visit) {
        for (int i = 0; i < done.firedCount(); i++) {
            visit.fire(first(actor) + done.fired(i));
        }
        for (int i = 0; i < done.revisitCount(); i++) {
            visit.revisit(first(actor) + done.revisitNeuron(i), done.revisitTick(i));
        }
        done.clear();
        ask(actor);
    }

    private void askAll() {
        for (int actor = 0; actor < actors.length; actor++) {
            ask(actor);
        }
        ownTickPassed = true;
    }

    /** Asks an actor when it wants to be visited. All are only looked at anew when one of those that were first is not any more. */
    private void ask(int actor) {
        long wanted = actors[actor].nextOwnTick();
        ownTickPassed |= ownTicks[actor] == ownTick && wanted > ownTick;
        ownTicks[actor] = wanted;
        ownTick = Math.min(ownTick, wanted);
    }

    @Override
    public long nextOwnTick() {
        if (ownTickPassed) {
            ownTick = NEVER;
            for (long wanted : ownTicks) {
                ownTick = Math.min(ownTick, wanted);
            }
            ownTickPassed = false;
        }
        return ownTick;
    }

    @Override
    public int wholeShare() {
        return actors[0].wholeShare();
    }

    @Override
    public void membranePotentials(long tick, double[] potentials, int offset) {
        for (int actor = 0; actor < actors.length; actor++) {
            actors[actor].membranePotentials(tick, potentials, offset + first(actor));
        }
    }

    @Override
    public void states(int state, long tick, double[] values, int offset) {
        for (int actor = 0; actor < actors.length; actor++) {
            actors[actor].states(state, tick, values, offset + first(actor));
        }
    }

    @Override
    public int stateWords() {
        return actors[0].stateWords();
    }

    @Override
    public void saveState(long tick, long[] words, int offset) {
        for (int actor = 0; actor < actors.length; actor++) {
            actors[actor].saveState(tick, words, offset + first(actor) * stateWords());
        }
    }

    @Override
    public void restoreState(long tick, long[] words, int offset) {
        for (int actor = 0; actor < actors.length; actor++) {
            actors[actor].restoreState(tick, words, offset + first(actor) * stateWords());
        }
        askAll();
    }
}
