package ganglion.scenario.explore.cascade;

/**
 * What a network or a cascade gives for what it takes.
 *
 * @param right events that it names right
 * @param alarms other samples that it takes for an event
 * @param joules energy of an hour
 */
record Offer(int right, int alarms, double joules) {

    /** Doing nothing. */
    static final Offer NOTHING = new Offer(0, 0, 0);

    /** Whether it gives at least as much as another one, whatever both take. */
    boolean doesAsWellAs(Offer other) {
        return right >= other.right && alarms <= other.alarms;
    }

    /** Whether nobody needs the other one beside it. */
    boolean matches(Offer other) {
        return doesAsWellAs(other) && joules <= other.joules;
    }
}
