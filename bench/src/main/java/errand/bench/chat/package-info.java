/** Many pages that listen to conversations: how soon they see what happens, and all of it. */
@NullMarked
package errand.bench.chat;

import org.jspecify.annotations.NullMarked;
