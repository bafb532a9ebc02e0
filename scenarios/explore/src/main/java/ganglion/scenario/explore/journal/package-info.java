/** What a search has done so far, on disk: {@link ganglion.scenario.explore.journal.Journal} is append-only and outlives whatever ends the process. */
package ganglion.scenario.explore.journal;
