/**
 * What the cores of a chip do and when, as a trace that viewers of traces show, such as Perfetto and chrome://tracing: {@link
 * ganglion.report.trace.TracedDevices} goes through a recorded run and {@link ganglion.report.trace.TraceEvents} writes the events.
 */
package ganglion.report.trace;
