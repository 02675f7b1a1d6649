/** Troubles that someone asks a sandbox for: slow, failing, refusing, garbage, a lost reply. */
@NullMarked
package errand.runtime.faults;

import org.jspecify.annotations.NullMarked;
