<#
.SYNOPSIS
Writes down who may come into the shares of this file server, who is in its local groups and who
holds privileges that go past permissions, as JSON for "stocktake import".

.DESCRIPTION
Windows tells these to administrators alone, so run it as one, on the file server itself, with
Windows PowerShell 5.1 or later. It reads and changes nothing: the one file that it makes besides
the answer is what secedit exports, in the temporary folder, and it is deleted at once. The answer
holds names of accounts and groups: keep it as you keep the catalogue, and delete it once imported.

.PARAMETER OutFile
The file to write. An old one is replaced.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File collect-permissions.ps1 -OutFile files01.json
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string]$OutFile
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$wanted = 'SeBackupPrivilege', 'SeRestorePrivilege', 'SeTakeOwnershipPrivilege'
$domainController = 2  # Win32_OperatingSystem.ProductType

function ConvertTo-Sid($Bytes) {
    (New-Object System.Security.Principal.SecurityIdentifier([byte[]]$Bytes, 0)).Value
}

# A share's permissions as Windows keeps them: a self-relative security descriptor, in base64.
function ConvertTo-Descriptor([string]$Sddl) {
    $descriptor = New-Object System.Security.AccessControl.RawSecurityDescriptor($Sddl)
    $bytes = New-Object byte[] $descriptor.BinaryLength
    $descriptor.GetBinaryForm($bytes, 0)
    [Convert]::ToBase64String($bytes)
}

function Get-Share {
    Get-SmbShare |
        Where-Object { -not $_.Special -and $_.ShareType -eq 'FileSystemDirectory' } |
        ForEach-Object {
            @{ name = $_.Name; descriptor = (ConvertTo-Descriptor $_.SecurityDescriptor) }
        }
}

function Get-Property($Object, [string]$Name) {
    $Object.GetType().InvokeMember($Name, 'GetProperty', $null, $Object, $null)
}

function Get-LocalMember($Member) {
    @{
        sid   = ConvertTo-Sid (Get-Property $Member 'objectSid')
        name  = (Get-Property $Member 'ADsPath') -replace '^WinNT://', '' -replace '/', '\'
        group = (Get-Property $Member 'Class') -eq 'Group'
    }
}

# By ADSI and not Get-LocalGroupMember, which fails where one member is a deleted account.
function Get-Group {
    $machine = [ADSI]"WinNT://$env:COMPUTERNAME,computer"
    foreach ($group in $machine.psbase.Children) {
        if ($group.psbase.SchemaClassName -ne 'Group') { continue }
        @{
            sid     = ConvertTo-Sid $group.psbase.Properties['objectSid'].Value
            name    = [string]$group.psbase.Properties['Name'].Value
            members = @($group.psbase.Invoke('Members') | ForEach-Object { Get-LocalMember $_ })
        }
    }
}

function Get-User {
    Get-CimInstance -ClassName Win32_UserAccount -Filter 'LocalAccount = True' | ForEach-Object {
        @{ sid = $_.SID; name = $_.Name; enabled = -not $_.Disabled }
    }
}

# secedit writes "SeBackupPrivilege = *S-1-5-32-544,*S-1-5-32-551", and names where it knows no SID.
function Get-Privilege {
    $export = [System.IO.Path]::GetTempFileName()
    try {
        secedit.exe /export /areas USER_RIGHTS /cfg $export /quiet | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "secedit could not export user rights: run this as an administrator." }
        $held = @{}
        foreach ($name in $wanted) { $held[$name] = @() }
        foreach ($line in Get-Content -Path $export) {
            $name, $holders = $line -split '\s*=\s*', 2
            if ($wanted -notcontains $name) { continue }
            $held[$name] = @($holders -split ',' | Where-Object { $_.Trim() } | ForEach-Object {
                $holder = $_.Trim()
                if ($holder.StartsWith('*')) { $holder.Substring(1) }
                else { (New-Object System.Security.Principal.NTAccount($holder)).Translate([System.Security.Principal.SecurityIdentifier]).Value }
            })
        }
        $held
    }
    finally {
        Remove-Item -Path $export -Force
    }
}

# The SID of the domain is that of the machine's own account there, less the last number.
function Get-DomainSid($System) {
    if (-not $System.PartOfDomain) { return '' }
    $account = New-Object System.Security.Principal.NTAccount($System.Domain, "$env:COMPUTERNAME`$")
    $account.Translate([System.Security.Principal.SecurityIdentifier]).AccountDomainSid.Value
}

$system = Get-CimInstance -ClassName Win32_ComputerSystem
$isController = (Get-CimInstance -ClassName Win32_OperatingSystem).ProductType -eq $domainController
$users = $groups = @()
if (-not $isController) {  # whose groups and users are the domain's, which LDAP tells
    $users = @(Get-User)
    $groups = @(Get-Group)
}
$names = @($env:COMPUTERNAME)
if ($system.PartOfDomain) { $names += "$env:COMPUTERNAME.$($system.Domain)" }
$machineSid = ''
if ($users.Count) {
    $first = New-Object System.Security.Principal.SecurityIdentifier($users[0].sid)
    $machineSid = $first.AccountDomainSid.Value
}

@{
    format      = 'stocktake-server-permissions'
    version     = 1
    collected   = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
    names       = $names
    machine_sid = $machineSid
    domain_sid  = Get-DomainSid $system
    shares      = @(Get-Share)
    groups      = $groups
    users       = $users
    privileges  = Get-Privilege
} | ConvertTo-Json -Depth 6 | Set-Content -Path $OutFile -Encoding UTF8

Write-Output "Written: $OutFile. Take it to the machine that scans: stocktake import $OutFile"
