package ganglion.cli.chaos;

/** When to strike, as a share of an undisturbed run. */
sealed interface Moment {

    /** Waits until it has come, or the process has ended. */
    void await(Running process, Reference undisturbed);

    /** After a share of the time of an undisturbed run; on a busy machine that is earlier in the work. */
    record OfTime(double share) implements Moment {

        @Override
        public void await(Running process, Reference undisturbed) {
            long due = (long) (share * undisturbed.nanos());
            while (process.isAlive() && process.nanos() < due) {
                Running.pass();
            }
        }

        @Override
        public String toString() {
            return Math.round(100 * share) + " % of the time";
        }
    }

    /** When a share of the names that an undisturbed run leaves traces of has been seen. */
    record OfFiles(double share) implements Moment {

        @Override
        public void await(Running process, Reference undisturbed) {
            long due = 1 + (long) (share * undisturbed.names());
            while (process.isAlive() && process.seen() < due) {
                Running.pass();
            }
        }

        @Override
        public String toString() {
            return Math.round(100 * share) + " % of the files";
        }
    }
}
