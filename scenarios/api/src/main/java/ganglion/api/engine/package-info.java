/**
 * How the API calls the engine: scenarios that are read once and run, saved or changed, what probes wrote, and an ear that is fed. An
 * implementation detail; users of the API need not import it.
 */
package ganglion.api.engine;
