/**
 * Runs scenarios and leaves their results on disk: {@link ganglion.report.session.RunSession} one run with its checkpoints and its
 * run directory, {@link ganglion.report.session.StudySession} a sweep with a run directory per run, and {@link
 * ganglion.report.session.RunFolders} the run directories of a suite. {@link ganglion.report.session.QuietLog} is for programs that
 * use Ganglion as a library.
 */
package ganglion.report.session;
