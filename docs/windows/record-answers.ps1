<#
.SYNOPSIS
Asks Windows itself who may do what under random permissions, and writes its answers down.

.DESCRIPTION
Stocktake works out what a person may do from the permissions alone. This records Windows' own
answers, so that its tests can hold ours to them. Each line is one question: a security descriptor,
somebody with some groups, one right, and whether Windows grants it. The people and groups are made
up, and none of them, nor any file, need exist: Windows' access check (authz.dll) is given them as
they are. It needs no administrator, reads no file and changes nothing. Every line is open to the
eye; send the file to the project, or put it into tests/scanner/access/nt/windows/ and run the tests.

.PARAMETER OutFile
The file to write.

.PARAMETER Count
How many descriptors; each gives up to five questions.

.PARAMETER Seed
The same number gives the same descriptors.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File record-answers.ps1 -OutFile server2022.jsonl -Count 2000
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string]$OutFile,
    [int]$Count = 2000,
    [int]$Seed = 1
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'

Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
using System.Security.Principal;

public static class AccessCheck
{
    [StructLayout(LayoutKind.Sequential)]
    struct SidAndAttributes { public IntPtr Sid; public uint Attributes; }

    [StructLayout(LayoutKind.Sequential)]
    struct Request
    {
        public uint Desired; public IntPtr Self; public IntPtr ObjectTypes;
        public uint ObjectTypeCount; public IntPtr Arguments;
    }

    [StructLayout(LayoutKind.Sequential)]
    struct Reply { public uint Count; public IntPtr Granted; public IntPtr Sacl; public IntPtr Error; }

    [DllImport("authz.dll", SetLastError = true)]
    static extern bool AuthzInitializeResourceManager(uint flags, IntPtr check, IntPtr groups,
        IntPtr free, [MarshalAs(UnmanagedType.LPWStr)] string name, out IntPtr manager);

    [DllImport("authz.dll", SetLastError = true)]
    static extern bool AuthzInitializeContextFromSid(uint flags, byte[] sid, IntPtr manager,
        IntPtr expires, long identifier, IntPtr arguments, out IntPtr context);

    [DllImport("authz.dll", SetLastError = true)]
    static extern bool AuthzAddSidsToContext(IntPtr context, SidAndAttributes[] sids, uint count,
        IntPtr restricted, uint restrictedCount, out IntPtr added);

    [DllImport("authz.dll", SetLastError = true)]
    static extern bool AuthzAccessCheck(uint flags, IntPtr context, ref Request request, IntPtr audit,
        byte[] descriptor, IntPtr more, uint moreCount, ref Reply reply, IntPtr results);

    [DllImport("authz.dll")] static extern bool AuthzFreeContext(IntPtr context);
    [DllImport("authz.dll")] static extern bool AuthzFreeResourceManager(IntPtr manager);

    const uint NoAudit = 1, SkipTokenGroups = 2, GroupEnabled = 4;

    static void Check(bool done)
    {
        if (!done) throw new System.ComponentModel.Win32Exception(Marshal.GetLastWin32Error());
    }

    static byte[] Bytes(string sid)
    {
        var made = new SecurityIdentifier(sid);
        var bytes = new byte[made.BinaryLength];
        made.GetBinaryForm(bytes, 0);
        return bytes;
    }

    public static bool IsGranted(byte[] descriptor, string user, string[] groups, uint right)
    {
        IntPtr manager, alone, context;
        Check(AuthzInitializeResourceManager(NoAudit, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, null, out manager));
        Check(AuthzInitializeContextFromSid(SkipTokenGroups, Bytes(user), manager, IntPtr.Zero, 0, IntPtr.Zero, out alone));
        var held = new GCHandle[groups.Length];
        var sids = new SidAndAttributes[groups.Length];
        for (int i = 0; i < groups.Length; i++)
        {
            held[i] = GCHandle.Alloc(Bytes(groups[i]), GCHandleType.Pinned);
            sids[i].Sid = held[i].AddrOfPinnedObject();
            sids[i].Attributes = GroupEnabled;
        }
        var granted = Marshal.AllocHGlobal(4);
        var error = Marshal.AllocHGlobal(4);
        try
        {
            Check(AuthzAddSidsToContext(alone, sids, (uint)sids.Length, IntPtr.Zero, 0, out context));
            var request = new Request { Desired = right };
            var reply = new Reply { Count = 1, Granted = granted, Error = error };
            Check(AuthzAccessCheck(0, context, ref request, IntPtr.Zero, descriptor, IntPtr.Zero, 0, ref reply, IntPtr.Zero));
            AuthzFreeContext(context);
            return Marshal.ReadInt32(error) == 0;
        }
        finally
        {
            Marshal.FreeHGlobal(granted);
            Marshal.FreeHGlobal(error);
            foreach (var each in held) if (each.IsAllocated) each.Free();
            AuthzFreeContext(alone);
            AuthzFreeResourceManager(manager);
        }
    }
}
'@

$domain = 'S-1-5-21-1000000001-1000000002-1000000003'
$people = 1..4 | ForEach-Object { "$domain-110$_" }
$groups = 1..4 | ForEach-Object { "$domain-120$_" }
$overNetwork = 'S-1-1-0', 'S-1-5-11', 'S-1-5-2'  # Everyone, Authenticated Users, NETWORK
$trustees = $people + $groups + $overNetwork + 'S-1-5-4', 'S-1-3-0', 'S-1-3-4'
$rights = [ordered]@{ READ_DATA = 0x1; WRITE_DATA = 0x2; DELETE = 0x10000; WRITE_DAC = 0x40000; WRITE_OWNER = 0x80000 }
$masks = 0x1, 0x2, 0x10000, 0x40000, 0x80000, 0x1F01FF, 0x1200A9, 0x1301BF
$kinds = 'A', 'A', 'D'
$flags = '', '', 'ID', 'OICIIO'
$random = New-Object System.Random($Seed)

function Get-Any($From) { $From[$random.Next($From.Count)] }

$lines = foreach ($number in 1..$Count) {
    $aces = for ($left = $random.Next(6); $left -gt 0; $left--) {
        '({0};{1};0x{2:x};;;{3})' -f (Get-Any $kinds), (Get-Any $flags), (Get-Any $masks), (Get-Any $trustees)
    }
    $sddl = 'O:{0}G:{1}D:{2}' -f (Get-Any ($people + $groups)), $groups[0], ($aces -join '')
    $made = New-Object System.Security.AccessControl.RawSecurityDescriptor($sddl)
    $bytes = New-Object byte[] $made.BinaryLength
    $made.GetBinaryForm($bytes, 0)
    $user = Get-Any $people
    $held = @($groups | Where-Object { $random.Next(2) })
    foreach ($right in $rights.Keys) {
        $is = [AccessCheck]::IsGranted($bytes, $user, [string[]]($held + $overNetwork), $rights[$right])
        @{
            mark = 'recorded-windows'; version = [Environment]::OSVersion.Version.ToString()
            sddl = $sddl; user = $user; groups = $held; right = $right; granted = $is
        } | ConvertTo-Json -Compress
    }
}
[System.IO.File]::WriteAllLines($OutFile, [string[]]$lines)
Write-Output "Written: $($lines.Count) answers of Windows to $OutFile"
