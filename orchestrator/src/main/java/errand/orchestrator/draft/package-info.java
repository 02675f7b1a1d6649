/**
 * Drafts of plans: read, checked against what agents can do, and either accepted whole or rejected
 * with every fault named. Starts nothing.
 */
@NullMarked
package errand.orchestrator.draft;

import org.jspecify.annotations.NullMarked;
