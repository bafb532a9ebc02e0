/**
 * How the API puts a scenario document together: its tree, and the arrays that go into files beside it. An implementation detail; users
 * of the API need not import it.
 */
package ganglion.api.document;
