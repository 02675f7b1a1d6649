/** Whether the HTTP API takes plans as fast as one client machine can hand them in. */
@NullMarked
package errand.bench.http;

import org.jspecify.annotations.NullMarked;
