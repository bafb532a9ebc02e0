package ganglion.live.event;

/**
 * One tick. The arrays are never written again.
 *
 * @param tick which one
 * @param lowest smallest sample of the hop, full scale being -1
 * @param highest largest sample of the hop, full scale being 1
 * @param bands drive of each band, which is the input of the encoder
 * @param spikes numbers of the neurons that fired, ascending, counted through all populations of {@link LiveStart}
 * @param potentials membrane potential of each neuron that is {@link LiveControls#watch watched}, after this tick
 * @param winner index of the class that leads, or -1 for nothing
 * @param confidence probability that the leader is right in leading, 0 to 1; 0 for nothing
 */
public record LiveFrame(
        long tick,
        float lowest,
        float highest,
        float[] bands,
        int[] spikes,
        float[] potentials,
        int winner,
        float confidence)
        implements LiveEvent {}
