package ganglion.scenario.explore.progress;

/**
 * What a search still has to do.
 *
 * @param epochs of all trainings to come
 * @param points to be saved
 */
public record WorkAhead(double epochs, double points) {

    /** Nothing. */
    public static final WorkAhead NONE = new WorkAhead(0, 0);

    /** This and more. */
    public WorkAhead plus(double moreEpochs, double morePoints) {
        return new WorkAhead(epochs + moreEpochs, points + morePoints);
    }
}
