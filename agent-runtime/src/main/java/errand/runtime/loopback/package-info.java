/** Keeps control over HTTP to this machine and to programs that mean it. Knows no agent. */
@NullMarked
package errand.runtime.loopback;

import org.jspecify.annotations.NullMarked;
