package ganglion.scenario.explore.run;

/**
 * What a search still has to do.
 *
 * @param epochs of all trainings to come
 * @param points to be saved
 */
record WorkAhead(double epochs, double points) {

    static final WorkAhead NONE = new WorkAhead(0, 0);

    WorkAhead plus(double moreEpochs, double morePoints) {
        return new WorkAhead(epochs + moreEpochs, points + morePoints);
    }
}
