"""Asking a server about itself: its shares' permissions, its accounts, and names of SIDs.

Remote procedure calls over pipes of IPC$, which the session signs or encrypts. Only asks: no call
that changes anything is known here. Sources: C706, chapters 12 (connection-oriented PDUs) and 14
(NDR); [MS-RPCE] 2.2; [MS-SRVS], [MS-LSAT], [MS-LSAD] and [MS-SAMR] 3.1; from knowledge, checked
against smbd 4.17 on 2026-11-26.
"""
